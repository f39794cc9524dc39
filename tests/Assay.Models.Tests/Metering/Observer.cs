using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Assay.Models.Metering;
using Assay.TestServer;

namespace Assay.Models.Tests.Metering;

/// <summary>Listens as OpenTelemetry's SDK does, to the calls of one server: other tests make theirs meanwhile.</summary>
internal sealed class Observer : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, Dictionary<string, object?> Tags)> _measured = new();
    private readonly int _port;

    public Observer(ModelServer server)
    {
        _port = server.Endpoint.Port;
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == ModelTelemetry.SourceName,
            Sample = (ref creation) =>
            {
                KeyValuePair<string, object?>[] tags = [.. creation.Tags ?? []];
                if (tags.Any(tag => tag.Key == "server.port" && _port.Equals(tag.Value))) Sampled.Enqueue([.. tags.Select(static tag => tag.Key)]);
                return ActivitySamplingResult.AllData;
            },
            ActivityStopped = activity =>
            {
                if (_port.Equals(activity.GetTagItem("server.port"))) Activities.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != ModelTelemetry.SourceName) return;
            Instruments.Enqueue((instrument.Name, instrument.Unit));
            listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
    }

    /// <summary>The names of what was known when each call began.</summary>
    public ConcurrentQueue<string[]> Sampled { get; } = new();

    public ConcurrentQueue<Activity> Activities { get; } = new();

    public ConcurrentQueue<(string Name, string? Unit)> Instruments { get; } = new();

    public IEnumerable<string?> Errors => _measured.Select(static measured => measured.Tags.GetValueOrDefault("error.type") as string);

    public IEnumerable<double> Measured(string instrument, string? tokenType = null) => _measured
        .Where(measured => measured.Instrument == instrument && (tokenType is null || tokenType.Equals(measured.Tags["gen_ai.token.type"])))
        .Select(static measured => measured.Value);

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> named = new(tags.ToArray());
        if (_port.Equals(named.GetValueOrDefault("server.port"))) _measured.Enqueue((instrument.Name, value, named));
    }
}
