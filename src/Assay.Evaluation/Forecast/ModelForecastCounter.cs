using Assay.Core.Models;
using Assay.Core.Responses;

namespace Assay.Evaluation.Forecast;

/// <summary>Adds up the calls of one model.</summary>
internal sealed class ModelForecastCounter(ModelSpecification model)
{
    private long _stored, _calls, _mostCalls, _usualInput, _usualOutput, _mostInput;
    private long? _mostOutput = 0;
    private decimal? _usualCost = 0, _mostCost = 0;

    public void AddStored() => _stored++;

    public void Add(ModelRequest request, long usualAnswer, int mostAsked)
    {
        long usualInput = TokenBound.UsualInput(request), usualOutput = Math.Min(request.Parameters.MaxOutputTokens ?? long.MaxValue, usualAnswer);
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
        Stored = _stored,
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
