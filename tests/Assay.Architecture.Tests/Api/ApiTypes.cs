using System.Reflection;
using System.Runtime.CompilerServices;

namespace Assay.Architecture.Tests.Api;

/// <summary>Types as C# writes them.</summary>
internal static class ApiTypes
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>A type's declaration: <c>public sealed record Estimate : IThing</c>.</summary>
    public static string Declaration(Type type)
    {
        if (type.IsEnum) return $"public enum {Name(type)}{(Enum.GetUnderlyingType(type) is { } number && number != typeof(int) ? $" : {Name(number)}" : "")}";
        if (typeof(Delegate).IsAssignableFrom(type)) return $"public delegate {Name(type)}";
        bool isRecord = type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Any(static method => method.Name is "<Clone>$" or "PrintMembers");
        string kind = type.IsInterface ? "interface" : type.IsValueType ? $"{(isRecord ? "record " : "")}struct" : isRecord ? "record" : "class";
        string modifier = type.IsInterface ? "" : type.IsValueType ? type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : ""
            : type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        string[] bases = [.. Bases(type, isRecord)];
        return $"public {modifier}{(type.IsByRefLike ? "ref " : "")}{kind} {Name(type)}{(bases.Length == 0 ? "" : $" : {string.Join(", ", bases)}")}"
            + Constraints(type.GetGenericArguments(), type.IsGenericTypeDefinition);
    }

    /// <summary>A type's name, with the types around it and its arguments.</summary>
    public static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out string? keyword)) return keyword;
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{Name(value)}?";
        if (type.IsGenericParameter) return type.Name;
        string[] arguments = [.. type.GetGenericArguments().Select(Name)];
        return Written(type, arguments);
    }

    /// <summary>The type of a field with question marks where null may be.</summary>
    public static string NameOf(FieldInfo field) => Name(new NullabilityInfoContext().Create(field));

    /// <inheritdoc cref="NameOf(FieldInfo)"/>
    public static string NameOf(PropertyInfo property) => Name(new NullabilityInfoContext().Create(property));

    /// <inheritdoc cref="NameOf(FieldInfo)"/>
    public static string NameOf(EventInfo happening) => Name(new NullabilityInfoContext().Create(happening));

    /// <inheritdoc cref="NameOf(FieldInfo)"/>
    public static string NameOf(ParameterInfo parameter) => Name(new NullabilityInfoContext().Create(parameter));

    private static string Name(NullabilityInfo info)
    {
        Type type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        if (type.IsArray && info.ElementType is { } element) return $"{Name(element)}[]{Mark(info, type)}";
        if (type.IsGenericType && Nullable.GetUnderlyingType(type) is null && info.GenericTypeArguments.Length > 0)
            return Written(type, [.. info.GenericTypeArguments.Select(Name)]) + Mark(info, type);
        return Name(type) + Mark(info, type);
    }

    /// <summary>A type's name without the types around it and its arguments.</summary>
    public static string SimpleName(Type type) => type.Name.Split('`')[0];

    /// <summary>The type parameters of a generic method: <c>&lt;T&gt;</c>.</summary>
    public static string Parameters(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(static argument => argument.Name))}>" : "";

    /// <summary>What is asked of type parameters.</summary>
    public static string Constraints(Type[] arguments, bool isDefinition) => isDefinition ? string.Concat(arguments.Select(Constraint)) : "";

    private static string Constraint(Type argument)
    {
        GenericParameterAttributes asked = argument.GenericParameterAttributes;
        bool isValue = asked.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        List<string> parts = [];
        if (asked.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) parts.Add("class");
        if (isValue) parts.Add("struct");
        parts.AddRange(argument.GetGenericParameterConstraints().Where(static type => type != typeof(ValueType)).Select(Name).Order(StringComparer.Ordinal));
        if (!isValue && asked.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) parts.Add("new()");
        return parts.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", parts)}";
    }

    // Interfaces that a base has already are not repeated, nor that every record can be told equal.
    private static IEnumerable<string> Bases(Type type, bool isRecord)
    {
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object)) yield return Name(parent);
        Type[] inherited = [.. type.BaseType?.GetInterfaces() ?? [], .. type.GetInterfaces().SelectMany(static known => known.GetInterfaces())];
        Type? ofRecord = isRecord ? typeof(IEquatable<>).MakeGenericType(type) : null;
        Type[] own = [.. type.GetInterfaces().Except(inherited).Where(known => known.IsVisible && known != ofRecord)];
        foreach (string name in own.Select(Name).Order(StringComparer.Ordinal)) yield return name;
    }

    private static string Mark(NullabilityInfo info, Type type) => !type.IsValueType && info.ReadState == NullabilityState.Nullable ? "?" : "";

    // The arguments of a nested type begin with those of the types around it.
    private static string Written(Type type, ReadOnlySpan<string> arguments)
    {
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true) return $"({string.Join(", ", arguments.ToArray())})";
        int before = type.IsNested ? type.DeclaringType!.GetGenericArguments().Length : 0;
        string around = type.IsNested ? Written(type.DeclaringType!, arguments[..before]) + "." : "";
        string[] own = [.. arguments[before..]];
        return $"{around}{SimpleName(type)}{(own.Length == 0 ? "" : $"<{string.Join(", ", own)}>")}";
    }
}
