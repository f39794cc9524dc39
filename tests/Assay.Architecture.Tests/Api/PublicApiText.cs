using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Assay.Architecture.Tests.Api;

/// <summary>
/// The public surface of an assembly as text: every type that others see, with its members that others can call or override, one a line, in ordinal order of
/// their names. What the compiler adds to records is left out.
/// </summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All types of an assembly.</summary>
    public static string Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    /// <summary>These types.</summary>
    public static string Of(IEnumerable<Type> types)
    {
        StringBuilder text = new();
        foreach (IGrouping<string?, Type> space in types.GroupBy(static type => type.Namespace).OrderBy(static space => space.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append($"namespace {space.Key}\n");
            foreach (Type type in space.OrderBy(ApiTypes.Name, StringComparer.Ordinal))
            {
                text.Append($"\n  {ApiTypes.Declaration(type)}\n");
                foreach (string member in Members(type)) text.Append($"    {member}\n");
            }
        }
        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        if (typeof(Delegate).IsAssignableFrom(type)) return [ApiMembers.Method(type.GetMethod("Invoke")!)];
        return
        [
            .. Lines(type.GetFields(Declared).Where(static field => IsSeen(field) && !field.IsSpecialName), ApiMembers.Field),
            .. Lines(type.GetConstructors(Declared).Where(IsWritten), ApiMembers.Constructor),
            .. Lines(type.GetProperties(Declared).Where(IsSeen), ApiMembers.Property),
            .. Lines(type.GetEvents(Declared).Where(static happening => IsSeen(happening.AddMethod)), ApiMembers.Event),
            .. Lines(type.GetMethods(Declared).Where(IsWritten), ApiMembers.Method),
        ];
    }

    private static IEnumerable<string> Lines<T>(IEnumerable<T> members, Func<T, string> write) where T : MemberInfo =>
        members.Select(member => (member.Name, Line: write(member)))
            .OrderBy(static named => named.Name, StringComparer.Ordinal).ThenBy(static named => named.Line, StringComparer.Ordinal)
            .Select(static named => named.Line);

    private static bool IsSeen(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsSeen(MethodBase? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static bool IsSeen(PropertyInfo property) => property.Name != "EqualityContract" && (IsSeen(property.GetMethod) || IsSeen(property.SetMethod));

    // What a record gets from the compiler, and the accessors of properties and events, are no lines of their own.
    private static bool IsWritten(MethodBase method) => IsSeen(method)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !(method.IsSpecialName && method is MethodInfo && !method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !(method.Name == ".ctor" && method.IsFamily && method.GetParameters() is [{ } only] && only.ParameterType == method.DeclaringType);
}
