using Assay.Core.Judging;
using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Evaluation.Forecast;

/// <summary>Adds up the calls of one model.</summary>
internal sealed class ModelForecastCounter(ModelSpecification model)
{
    private long _calls, _mostCalls, _usualInput, _usualOutput, _mostInput;
    private long? _mostOutput = 0;
    private decimal? _usualCost = 0, _mostCost = 0;

    public void Add(ModelRequest request, VerdictReading reading, int mostAsked) =>
        Add(request, JudgeForecast.UsualAnswer(reading, request.Parameters.MaxOutputTokens), mostAsked);

    public void Add(ModelRequest request, long usualOutput, int mostAsked)
    {
        long usualInput = TokenBound.UsualInput(request);
        _calls++;
        _mostCalls += mostAsked;
        _usualInput += usualInput;
        _usualOutput += usualOutput;
        _mostInput += mostAsked * TokenBound.MostInput(request);
        _mostOutput += mostAsked * request.Parameters.MaxOutputTokens;
        _usualCost += model.Price?.CostOf(new TokenUsage(usualInput, 0, usualOutput, 0));
        _mostCost += mostAsked * TokenBound.MostCost(request, model.Price);
    }

    public ModelForecast Take() => new()
    {
        Model = model.Name,
        Calls = _calls,
        MostCalls = _mostCalls,
        UsualInput = _usualInput,
        UsualOutput = _usualOutput,
        MostInput = _mostInput,
        MostOutput = _mostOutput,
        UsualCost = _usualCost,
        MostCost = _mostCost,
    };
}
