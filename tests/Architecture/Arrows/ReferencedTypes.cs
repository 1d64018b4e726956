using System.Reflection;

namespace Espero.Architecture.Tests.Arrows;

/// <summary>
/// The types that one type mentions in its signatures, its attributes and the bodies of its methods, read from the compiled
/// code, so that no way of writing a name hides one. Constants are the exception: the compiler copies them.
/// </summary>
internal static class ReferencedTypes
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        foreach (var mentioned in Shape(type).Concat(type.GetMembers(Declared).SelectMany(Mentioned)))
        {
            Add(found, mentioned);
        }

        return found;
    }

    private static IEnumerable<Type?> Shape(Type type) =>
        type.GetInterfaces().Append(type.BaseType).Concat(Attributes(type))
            .Concat(type.IsGenericTypeDefinition ? type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()) : []);

    private static IEnumerable<Type?> Mentioned(MemberInfo member) => Attributes(member).Concat(member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        EventInfo @event => [@event.EventHandlerType],
        MethodInfo method => Signature(method).Append(method.ReturnType),
        ConstructorInfo constructor => Signature(constructor),
        _ => Enumerable.Empty<Type?>(),
    });

    private static IEnumerable<Type?> Attributes(MemberInfo member) => member.GetCustomAttributesData().Select(data => data.AttributeType);

    private static IEnumerable<Type?> Signature(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType)
            .Concat(method.GetMethodBody() is { } body
                ? body.LocalVariables.Select(local => local.LocalType).Concat(MethodCode.Mentions(method, body))
                : []);

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }

        foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
        {
            if (!argument.IsGenericParameter)
            {
                Add(found, argument);
            }
        }

        if (!type.IsGenericParameter)
        {
            found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        }
    }
}
