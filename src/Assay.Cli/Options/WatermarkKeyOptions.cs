using System.CommandLine;
using Assay.Core.Watermarks;

namespace Assay.Cli.Options;

/// <summary>The options that make a watermark's key, which marking and finding share. One object per verb.</summary>
internal sealed class WatermarkKeyOptions
{
    private readonly Option<uint> _key = OptionFactory.Number<uint>(
        "--key", "The secret: a number from 0 to 4294967295. A default is no secret.", 42, "takes a whole number from 0 to 4294967295", static _ => null);

    private readonly Option<int> _length = OptionFactory.Number(
        "--key-length", "Positions of the key; it repeats after them, so texts should have no more tokens.", 256, "takes a whole number of at least 1",
        static length => length is >= 1 and <= 65536 ? null : "takes a whole number from 1 to 65536");

    private readonly Option<WatermarkScheme> _scheme = OptionFactory.Choice(
        "--scheme", "How the key chooses tokens: exponential minimum, or inverse transform.", WatermarkScheme.ExponentialMinimum,
        ("exponential-minimum", WatermarkScheme.ExponentialMinimum), ("inverse-transform", WatermarkScheme.InverseTransform));

    /// <summary>Adds them to a verb, under one heading.</summary>
    public void AddTo(VerbCommand verb) => verb.AddGroup("The key", [_key, _length, _scheme]);

    /// <summary>The key the user asked for.</summary>
    public WatermarkKey Read(ParseResult parse) => new(parse.GetValue(_key), parse.GetValue(_length), parse.GetValue(_scheme));
}
