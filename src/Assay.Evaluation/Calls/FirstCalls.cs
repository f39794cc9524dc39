using Assay.Core.Models;
using Assay.Evaluation.Verdicts;

namespace Assay.Evaluation.Calls;

/// <summary>
/// Notices early that a session asks one model in vain: a call failed in a way that concerns every call, its first calls all failed in one way before any was
/// answered, or its first answers all lack the log-probabilities they were asked for. Then no call is sent any more, those under way are given up (where none was ever answered), and everybody who asks gets the reason.
/// Safe for several calls at once.
/// </summary>
internal sealed class FirstCalls(string model, CancellationToken abort) : IDisposable
{
    /// <summary>Calls that must agree.</summary>
    public const int Agreeing = 5;

    /// <summary>Calls under way before there is any answer: no more than these are lost where the model is asked in vain.</summary>
    public const int Places = 16;

    private const int TooLarge = 413;

    // More than can ever wait.
    private const int Everybody = 1 << 20;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(abort);
    private readonly SemaphoreSlim _places = new(Places);
    private readonly Lock _lock = new();
    private volatile bool _isOpen;
    private bool _hasAnswered, _hasLogProbabilities;
    private (ModelFailure, int?, string?)? _cause;
    private int _failures, _withoutLogProbabilities;
    private volatile Reason? _reason;

    /// <summary>Gives calls of this model up: when the session is aborted, and when it asks in vain.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Whether the model is asked in vain.</summary>
    public bool IsStopped => _reason is not null;

    /// <summary>Why, as what ends a run. Only where <see cref="IsStopped"/>.</summary>
    public ModelCallException Failure() => new(_reason!.Failure, _reason.Message) { StatusCode = _reason.Status };

    /// <summary>Waits for a place; there are few until the first answer, and as many as anybody wants from then on.</summary>
    /// <returns>Whether a place was taken, which <see cref="Leave"/> gives back.</returns>
    /// <exception cref="ModelCallException">The model is asked in vain.</exception>
    public async ValueTask<bool> EnterAsync()
    {
        if (_isOpen && !IsStopped) return false;
        try
        {
            if (!IsStopped) await _places.WaitAsync(Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (IsStopped)
        {
            throw Failure();
        }
        return IsStopped ? throw Failure() : true;
    }

    /// <summary>Gives a place back.</summary>
    public void Leave() => _places.Release();

    /// <summary>Takes a call that failed.</summary>
    public void Failed(ModelCallException failure)
    {
        // The size is the item's own, and the sentence of any other refused request tells whether it was refused for the same thing.
        if (failure.StatusCode == TooLarge) return;
        lock (_lock)
        {
            if (IsStopped) return;
            if (failure.ConcernsEveryCall) Stop(new Reason(failure.Failure, failure.StatusCode, failure.Message));
            if (_hasAnswered || IsStopped) return;
            (ModelFailure, int?, string?) cause = (failure.Failure, failure.StatusCode, failure.Failure == ModelFailure.BadRequest ? failure.Message : null);
            _failures = cause == _cause ? _failures + 1 : 1;
            _cause = cause;
            if (_failures < Agreeing) return;
            Stop(new Reason(failure.Failure, failure.StatusCode,
                $"{failure.Message} The first {Agreeing} calls all ended so and none was answered, so the run stops; put that right, and the same command goes on."));
        }
    }

    /// <summary>Takes an answer.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="isSent">Whether the model gave it now; false for answers of the store and of earlier sessions.</param>
    public void Answered(Question question, JudgeAnswer answer, bool isSent)
    {
        if (!_isOpen) Open(question, answer);
        if (_hasLogProbabilities || (_hasAnswered && question.LogProbabilities is null)) return;
        lock (_lock)
        {
            _hasAnswered |= isSent;
            if (question.LogProbabilities is null || IsStopped) return;
            if (answer.LogProbabilities is not null) _hasLogProbabilities = true;
            // A refusal and an empty answer have no token to give one of.
            else if (answer.Text.Length > 0 && answer.Refusal is null && !answer.IsFiltered) _withoutLogProbabilities++;
            if (_hasLogProbabilities || _withoutLogProbabilities < Agreeing) return;
            Stop(new Reason(ModelFailure.UnexpectedAnswer, null,
                $"{model} gave no log-probabilities in its first {Agreeing} answers, and this judge reads nothing else, so the run stops; "
                + "take a judge that reads texts (--judge verdict), or a model that gives them ('assay models check' tells)."));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _places.Dispose();
    }

    private void Open(Question question, JudgeAnswer answer)
    {
        if (question.LogProbabilities is not null && answer.LogProbabilities is null) return;
        lock (_lock)
        {
            if (_isOpen) return;
            _isOpen = true;
            _places.Release(Everybody);
        }
    }

    private void Stop(Reason reason)
    {
        _reason = reason;
        // Where the model has answered before, a call under way may be answered and paid for.
        if (!_hasAnswered || _withoutLogProbabilities >= Agreeing) _stop.Cancel();
    }

    private sealed record Reason(ModelFailure Failure, int? Status, string Message);
}
