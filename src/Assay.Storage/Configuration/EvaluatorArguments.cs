using Assay.Core.Errors;
using Assay.Core.Models;

namespace Assay.Storage.Configuration;

/// <summary>Tells apart what an evaluator's <c>completions_kwargs</c> send to the model and what only steers AlpacaEval's own client.</summary>
internal static class EvaluatorArguments
{
    private static readonly string[] NotSent =
    [
        "model_name", "requires_chatml", "num_procs", "batch_size", "price_per_token", "max_tries", "sleep_time", "is_strip", "logprobs", "top_logprobs",
    ];

    private static readonly string[] Refused =
    [
        "client_kwargs", "client_class", "client_config_path", "openai_organization_ids",
    ];

    /// <summary>The parameters of every call; log-probabilities are asked for by the way the verdict is read, and so are not among them.</summary>
    /// <exception cref="InputException">An argument asks for what is not supported, or carries a key.</exception>
    public static ModelParameters Parameters(YamlMap evaluator)
    {
        YamlMap arguments = evaluator.Map("completions_kwargs")!;
        ModelParameters parameters = ModelParameters.Empty;
        foreach (string name in arguments.Names.Except(NotSent, StringComparer.Ordinal))
        {
            if (Refused.Contains(name, StringComparer.Ordinal))
            {
                throw arguments.ErrorAt(name, $"\"{name}\" is not supported: where and with which key the model is asked is what assay.yaml says");
            }
            if (SecretNames.IsSecret(name)) throw arguments.Secret(name);
            parameters = parameters.With(name, arguments.Json(name)!.Value);
        }
        return parameters;
    }
}
