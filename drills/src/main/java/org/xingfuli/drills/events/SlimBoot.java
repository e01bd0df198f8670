package org.xingfuli.drills.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Of what Spring Boot sets up by itself only what events need, so that a life begins soon; the list is the resource {@code
 * META-INF/spring/} of this name.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoConfigurationPackage
@ImportAutoConfiguration
@interface SlimBoot {}
