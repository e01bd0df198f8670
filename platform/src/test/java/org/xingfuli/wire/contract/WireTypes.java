package org.xingfuli.wire.contract;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;

/** The types of ours that endpoints send and take, with all that is in them, by the names the contract gives them. */
final class WireTypes {

  private static final Set<Class<?>> SENT = Set.of(RequestBody.class, RequestPart.class, RequestParam.class, PathVariable.class);

  private final SchemaNames names = new SchemaNames();
  private final TypeFactory types = TypeFactory.defaultInstance();
  private final Set<JavaType> seen = new HashSet<>();
  private final Map<String, Set<Class<?>>> byName = new TreeMap<>();

  void endpoint(Method method) {
    add(method.getGenericReturnType());
    for (var parameter : method.getParameters()) {
      if (Arrays.stream(parameter.getAnnotations()).anyMatch(mark -> SENT.contains(mark.annotationType()))) {
        add(parameter.getParameterizedType());
      }
    }
  }

  void add(Type type) {
    follow(types.constructType(type));
  }

  Set<String> names() {
    return byName.keySet();
  }

  /**
   * The names that stand for more than one description, with the types that go by them. Twins that two modules keep of one thing
   * are no fault as long as they are alike in everything the contract could say of them.
   */
  Map<String, List<String>> twoThings() {
    var two = new TreeMap<String, List<String>>();
    byName.forEach((name, owners) -> {
      if (owners.stream().map(WireTypes::described).distinct().count() > 1) {
        two.put(name, owners.stream().map(Class::getName).sorted().toList());
      }
    });
    return two;
  }

  private static List<String> described(Class<?> type) {
    if (type.isRecord()) {
      return Arrays.stream(type.getRecordComponents()).map(component -> component.getName() + " " + component.getAnnotatedType()
          + " " + Arrays.toString(component.getAccessor().getAnnotations())).toList();
    }
    return type.isEnum() ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList() : List.of(type.getName());
  }

  private void follow(JavaType type) {
    if (!seen.add(type)) {
      return;
    }
    type.getBindings().getTypeParameters().forEach(this::follow);
    if (type.isArrayType()) {
      follow(type.getContentType());
    }
    var raw = type.getRawClass();
    if (!raw.getName().startsWith("org.xingfuli.") || raw.isArray()) {
      return;
    }
    byName.computeIfAbsent(names.nameForType(type), name -> new LinkedHashSet<>()).add(raw);
    if (raw.isRecord()) {
      for (var component : raw.getRecordComponents()) {
        follow(types.resolveMemberType(component.getGenericType(), type.getBindings()));
      }
    }
    if (raw.isSealed()) {
      Arrays.stream(raw.getPermittedSubclasses()).forEach(this::add);
    }
  }
}
