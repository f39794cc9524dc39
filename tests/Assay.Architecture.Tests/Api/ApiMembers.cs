using System.Reflection;
using System.Runtime.CompilerServices;

namespace Assay.Architecture.Tests.Api;

/// <summary>Members as C# declares them.</summary>
internal static class ApiMembers
{
    public static string Field(FieldInfo field)
    {
        string type = ApiTypes.NameOf(field);
        if (field.IsLiteral) return $"{Access(field)}const {type} {field.Name} = {ApiValues.Literal(field.GetRawConstantValue(), field.FieldType)}";
        return $"{Access(field)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    public static string Constructor(ConstructorInfo constructor) =>
        $"{Access(constructor)}{ApiTypes.SimpleName(constructor.DeclaringType!)}({Parameters(constructor)})";

    public static string Property(PropertyInfo property)
    {
        MethodInfo most = new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().OrderByDescending(static method => method.IsPublic).First();
        string name = property.GetIndexParameters().Length > 0 ? $"this[{Parameters(property.GetIndexParameters())}]" : property.Name;
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Access(most)}{Modifiers(most)}{required}{ApiTypes.NameOf(property)} {name} {{{Accessor(property.GetMethod, most, "get")}"
            + $"{Accessor(property.SetMethod, most, IsInit(property) ? "init" : "set")} }}";
    }

    public static string Event(EventInfo happening) =>
        $"{Access(happening.AddMethod!)}{Modifiers(happening.AddMethod!)}event {ApiTypes.NameOf(happening)} {happening.Name}";

    public static string Method(MethodInfo method)
    {
        string extended = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{Access(method)}{Modifiers(method)}{ApiTypes.NameOf(method.ReturnParameter)} {method.Name}{ApiTypes.Parameters(method)}"
            + $"({extended}{Parameters(method)}){ApiTypes.Constraints(method.GetGenericArguments(), method.IsGenericMethodDefinition)}";
    }

    private static string Access(MethodBase method) => method.DeclaringType!.IsInterface ? "" : method.IsPublic ? "public " : "protected ";

    private static string Access(FieldInfo field) => field.IsPublic ? "public " : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface) return method.IsStatic ? "static " : "";
        if (method.IsStatic) return "static ";
        if (method.IsAbstract) return "abstract ";
        if (method.GetBaseDefinition() != method) return "override ";
        return method is { IsVirtual: true, IsFinal: false } && !method.DeclaringType.IsSealed ? "virtual " : "";
    }

    private static string Accessor(MethodInfo? accessor, MethodInfo most, string word)
    {
        if (accessor is null || accessor.IsPrivate || accessor.IsAssembly || accessor.IsFamilyAndAssembly) return "";
        return accessor.IsPublic == most.IsPublic ? $" {word};" : $" protected {word};";
    }

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;

    private static string Parameters(MethodBase method) => Parameters(method.GetParameters());

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string passed = parameter.IsOut ? "out " : !parameter.ParameterType.IsByRef ? "" : parameter.IsIn ? "in " : "ref ";
        bool takesMany = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        string value = parameter.HasDefaultValue ? $" = {ApiValues.Literal(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{(takesMany ? "params " : "")}{passed}{ApiTypes.NameOf(parameter)} {parameter.Name}{value}";
    }
}
