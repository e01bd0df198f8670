package org.xingfuli.wire.contract;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Names of records in the contract: a nested one carries its owner's name, so that two {@code Row}s are two. */
final class SchemaNames extends TypeNameResolver {

  @Override
  protected String getNameOfClass(Class<?> type) {
    var owner = type.getEnclosingClass();
    return owner == null || !type.getName().startsWith("org.xingfuli.") || endsItself(owner)
        ? type.getSimpleName()
        : getNameOfClass(owner) + type.getSimpleName();
  }

  /** Records nested in an endpoint are named by themselves: the endpoint is no word of the contract. */
  private static boolean endsItself(Class<?> owner) {
    return Set.of("Controller", "Endpoint").stream().anyMatch(owner.getSimpleName()::endsWith);
  }
}
