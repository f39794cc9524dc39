using System.Text.Json;
using Assay.Core.Errors;
using Assay.Core.Judging;
using Assay.Core.Responses;
using Assay.Storage.Files;

namespace Assay.Storage.Runs;

/// <summary>A judge in <c>run.json</c>, of whichever kind: the fields of the other kinds are absent.</summary>
internal sealed record JudgeEntry
{
    private const string ModelKindName = "model";
    private const string PoolKindName = "pool";
    private const string PanelKindName = "panel";
    private const string ControlKindName = "control";

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public OrderPolicy? Orders { get; init; }

    public string? Model { get; init; }

    public MessageLine[]? Prompt { get; init; }

    public bool? Fenced { get; init; }

    public ReadingEntry? Reading { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Parameters { get; init; }

    public JudgeEntry[]? Members { get; init; }

    public double? FlipProbability { get; init; }

    public PanelRule? PanelRule { get; init; }

    public ControlRule? ControlRule { get; init; }

    public static JudgeEntry Of(JudgeDefinition judge) => judge switch
    {
        ModelJudge model => new JudgeEntry
        {
            Kind = ModelKindName,
            Name = model.Name,
            Orders = model.Orders,
            Model = model.Model,
            Prompt = [.. model.Prompt.Messages.Select(static message => new MessageLine(message.Role, message.Text))],
            Fenced = model.Prompt.IsFenced,
            Reading = ReadingEntry.Of(model.Reading),
            Parameters = model.Parameters.Values,
        },
        PoolJudge pool => new JudgeEntry
        {
            Kind = PoolKindName,
            Name = pool.Name,
            Orders = pool.Orders,
            Members = [.. pool.Members.Select(Of)],
            FlipProbability = pool.FlipProbability,
        },
        PanelJudge panel => new JudgeEntry
        {
            Kind = PanelKindName,
            Name = panel.Name,
            Orders = panel.Orders,
            Members = [.. panel.Members.Select(Of)],
            PanelRule = panel.Rule,
        },
        ControlJudge control => new JudgeEntry { Kind = ControlKindName, Name = control.Name, Orders = control.Orders, ControlRule = control.Rule },
        _ => throw new ArgumentException($"A judge of the type {judge.GetType().Name} cannot be kept.", nameof(judge)),
    };

    public JudgeDefinition ToJudge() => Kind switch
    {
        ModelKindName => ToModelJudge(),
        PoolKindName => new PoolJudge { Name = Name, Orders = Orders, Members = [.. ToMembers()], FlipProbability = FlipProbability ?? 0 },
        PanelKindName => new PanelJudge { Name = Name, Orders = Orders, Members = [.. ToMembers()], Rule = Needed(PanelRule, "panel_rule") },
        ControlKindName => new ControlJudge { Name = Name, Orders = Orders, Rule = Needed(ControlRule, "control_rule") },
        _ => throw new InputException($"the judge's kind is \"{InputErrors.Quote(Kind)}\", which this version does not know"),
    };

    private ModelJudge ToModelJudge() => new()
    {
        Name = Name,
        Orders = Orders,
        Model = Needed(Model, "model"),
        Prompt = new PromptTemplate(
            [.. Needed(Prompt, "prompt").Select(static message => new PromptMessage(message.Role, message.Text))], Needed(Fenced, "fenced")),
        Reading = Needed(Reading, "reading").ToReading(),
        Parameters = RequestLine.ParametersOf(Needed(Parameters, "parameters")),
    };

    private IEnumerable<ModelJudge> ToMembers() => Needed(Members, "members").Select(static member => member.ToModelJudge());

    private static T Needed<T>(T? value, string name) where T : class => value ?? throw new InputException($"the judge has no \"{name}\"");

    private static T Needed<T>(T? value, string name) where T : struct => value ?? throw new InputException($"the judge has no \"{name}\"");
}
