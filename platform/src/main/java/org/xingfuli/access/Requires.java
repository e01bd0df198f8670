package org.xingfuli.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission an endpoint requires; an endpoint with neither this nor {@link Public} is denied to everybody. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
  Permission value();

  /**
   * Whoever has a second factor shows it again when it was not shown within the last minutes ({@code
   * xingfuli.second-factor.fresh}); a machine with a token, which has none to show, is refused.
   */
  boolean freshSecondFactor() default false;
}
