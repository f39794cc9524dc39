using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assay.Storage.Json;

/// <summary>Writes the members of an enumeration by name in snake_case, and takes nothing else.</summary>
internal sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
