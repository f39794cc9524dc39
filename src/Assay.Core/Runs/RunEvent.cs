namespace Assay.Core.Runs;

/// <summary>Something that happened to a run and belongs to no single call: a session began, concurrency changed.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What kind, a short word: <c>began</c>, <c>resumed</c>, <c>concurrency</c>, <c>stopped</c>.</param>
/// <param name="Text">What happened, one sentence without secrets.</param>
public sealed record RunEvent(DateTimeOffset At, string Kind, string Text);
