namespace Assay.Architecture.Tests.Api;

/// <summary>A type with a member of every kind, to see what the text makes of it.</summary>
public abstract record Shape
{
    public const string Unit = "cm\n";

    protected internal static readonly int Count = 3;

    private protected Shape() { }

    public required string Name { get; init; }

    public string? Note { get; protected set; }

    public IReadOnlyDictionary<string, List<string?>>? Parts { get; private set; }

    internal int Hidden { get; set; }

    public abstract double Area(double? scale = null, params ReadOnlySpan<string?> units);

    public static bool TryParse(ReadOnlySpan<char> text, out Shape? shape, in int start, ref int end, CancellationToken cancellation = default)
    {
        shape = null;
        end = start;
        return text.IsEmpty && cancellation.IsCancellationRequested;
    }

    public T Measure<T>(Func<Shape, T?> measure, ShapeKind kind = ShapeKind.Round) where T : class, IComparable<T>, new() => measure(this) ?? new T();

    protected virtual void Draw((int X, int Y) place) { }

    public sealed record Circle(double Radius, ShapeKind Kind = ShapeKind.Round) : Shape, IDisposable
    {
        public event EventHandler? Drawn;

        public double this[int index] => index * Radius;

        public override double Area(double? scale = null, params ReadOnlySpan<string?> units) => Radius;

        public void Dispose() => Drawn?.Invoke(this, EventArgs.Empty);

        public static explicit operator double(Circle circle) => circle.Radius;
    }
}

/// <summary>Kinds.</summary>
public enum ShapeKind : byte
{
    Round = 1,
    Square = 4,
}

/// <summary>Many.</summary>
public interface IShapes<out T> where T : Shape
{
    IAsyncEnumerable<T> ReadAsync(int first = -1, double weight = 0.5, string separator = ",");
}
