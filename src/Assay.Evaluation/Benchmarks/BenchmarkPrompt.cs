using System.Collections.Immutable;
using System.Text;
using Assay.Core.Metrics.Matching;
using Assay.Core.Responses;
using Assay.Core.Scenarios;
using Assay.Core.Texts;

namespace Assay.Evaluation.Benchmarks;

/// <summary>A filled prompt.</summary>
/// <param name="Messages">What is sent; of an adapter that scores texts, one message with what stands before the scored text.</param>
/// <param name="Continuations">The texts that are scored behind the message, in the order of the choices; empty where a completion is asked for.</param>
public sealed record BenchmarkPrompt(ImmutableArray<PromptMessage> Messages, ImmutableArray<string> Continuations)
{
    /// <summary>The prompt of an instance with its examples.</summary>
    public static BenchmarkPrompt Of(Scenario scenario, Instance instance, IReadOnlyList<Instance> examples)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(instance);
        ArgumentNullException.ThrowIfNull(examples);
        return scenario.Adapter switch
        {
            LanguageModelingAdapter => new BenchmarkPrompt([new PromptMessage("user", "")], [instance.Input]),
            ChatAdapter chat => new BenchmarkPrompt(Chat(chat, scenario, instance, examples), []),
            SeparateChoiceAdapter separate => new BenchmarkPrompt(
                [new PromptMessage("user", Text(separate, scenario, instance, examples))], [.. instance.Choices.Select(choice => separate.BeforeAnswer + choice)]),
            { } adapter => new BenchmarkPrompt([new PromptMessage("user", Text(adapter, scenario, instance, examples))], []),
        };
    }

    private static string Text(Adapter adapter, Scenario scenario, Instance instance, IReadOnlyList<Instance> examples)
    {
        StringBuilder text = new();
        if (adapter.Instructions.Length > 0) text.Append(adapter.Instructions).Append(adapter.Separator);
        foreach (Instance example in examples)
            text.Append(Question(adapter, example)).Append(adapter.BeforeAnswer).Append(Answer(scenario, example)).Append(adapter.Separator);
        return text.Append(Question(adapter, instance)).ToString();
    }

    private static ImmutableArray<PromptMessage> Chat(ChatAdapter adapter, Scenario scenario, Instance instance, IReadOnlyList<Instance> examples)
    {
        ImmutableArray<PromptMessage>.Builder messages = ImmutableArray.CreateBuilder<PromptMessage>();
        if (adapter.Instructions.Length > 0) messages.Add(new PromptMessage("system", adapter.Instructions));
        foreach (Instance example in examples)
        {
            messages.Add(new PromptMessage("user", Question(adapter, example)));
            messages.Add(new PromptMessage("assistant", Answer(scenario, example)));
        }
        messages.Add(new PromptMessage("user", Question(adapter, instance)));
        return messages.ToImmutable();
    }

    private static string Question(Adapter adapter, Instance instance) => TextTemplate.Fill(adapter.Question, name => name switch
    {
        "input" => instance.Input,
        "choices" => Choices(adapter, instance),
        _ => Field(instance, name),
    });

    private static string Choices(Adapter adapter, Instance instance)
    {
        string template = adapter is JointChoiceAdapter joint ? joint.Choice : "{letter}. {choice}";
        return string.Join('\n', instance.Choices.Select((choice, place) => TextTemplate.Fill(template, name => name switch
        {
            "letter" => ChoiceLetters.Of(place),
            "choice" => choice,
            _ => null,
        })));
    }

    private static string Answer(Scenario scenario, Instance example) => TextTemplate.Fill(scenario.FewShot!.Answer, name => name switch
    {
        "answer" => example.RightAnswers.FirstOrDefault() ?? "",
        "letter" => example.Right.IsEmpty ? null : ChoiceLetters.Of(example.Right[0]),
        _ => Field(example, name),
    });

    private static string? Field(Instance instance, string name) => instance.Fields.GetValueOrDefault(name) ?? instance.Groups.GetValueOrDefault(name);
}
