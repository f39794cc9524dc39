namespace Assay.Storage.Tests.Annotations;

/// <summary>A stream that gives no more at a time than it is told to, as a network or a decompressor does.</summary>
internal sealed class DribblingStream(byte[] bytes, IReadOnlyList<int> sizes) : MemoryStream(bytes)
{
    private int _reads;

    // The overload for spans ends here too, in a type derived from MemoryStream.
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, sizes[_reads++ % sizes.Count]));
}
