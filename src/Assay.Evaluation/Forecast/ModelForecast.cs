namespace Assay.Evaluation.Forecast;

/// <summary>What a run is going to ask one model. "Usual" is every question asked once; "most" is every question asked again as often as allowed.</summary>
public sealed record ModelForecast
{
    /// <summary>The model's name in the run.</summary>
    public required string Model { get; init; }

    /// <summary>Answers that are in the response store or in the run's log already: they cost nothing and are in none of the following.</summary>
    public required long Stored { get; init; }

    /// <summary>Calls if every verdict can be read at once.</summary>
    public required long Calls { get; init; }

    /// <summary>Calls if none can ever be read.</summary>
    public required long MostCalls { get; init; }

    /// <summary>About as many input tokens as this in <see cref="Calls"/>: a quarter of the bytes.</summary>
    public required long UsualInput { get; init; }

    /// <summary>About as many output tokens as this in <see cref="Calls"/>; see <see cref="JudgeForecast.UsualAnswer"/> and <see cref="GenerateForecast.UsualOutput"/>.</summary>
    public required long UsualOutput { get; init; }

    /// <summary>No more input tokens than this in <see cref="MostCalls"/>.</summary>
    public required long MostInput { get; init; }

    /// <summary>No more output tokens than this in <see cref="MostCalls"/>; null where the model's parameters do not bound an answer.</summary>
    public required long? MostOutput { get; init; }

    /// <summary>About what <see cref="Calls"/> cost in US dollars; null where the price is unknown.</summary>
    public required decimal? UsualCost { get; init; }

    /// <summary>No more US dollars than this for <see cref="MostCalls"/>; null where the price or the most output tokens are unknown.</summary>
    public required decimal? MostCost { get; init; }
}
