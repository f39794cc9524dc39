namespace Assay.Statistics.Resampling;

/// <summary>
/// MT19937 of Matsumoto and Nishimura ("Mersenne Twister", ACM TOMACS 8(1), 1998) with the initialisation of 2002: the generator that published watermark
/// keys are made with. Everything of our own draws from <see cref="RandomStream"/>. One instance is for one thread. Not for secrets.
/// </summary>
public sealed class MersenneTwister
{
    private const int Size = 624;
    private const int Shift = 397;

    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    /// <summary>Starts the sequence of a seed.</summary>
    public MersenneTwister(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < Size; i++) _state[i] = 1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30)) + i;
    }

    /// <summary>The next 32 bits.</summary>
    public uint NextUInt32()
    {
        if (_next == Size) Twist();
        uint y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    /// <summary>The next 32 bits over 2^32: in [0, 1), not the 53 bits that NumPy makes of two.</summary>
    public double NextDouble() => NextUInt32() * (1.0 / 4294967296.0);

    private void Twist()
    {
        for (int i = 0; i < Size; i++)
        {
            uint y = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7FFFFFFF);
            _state[i] = _state[(i + Shift) % Size] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
        }
        _next = 0;
    }
}
