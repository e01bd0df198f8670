package org.xingfuli.identity;

import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.xingfuli.identity.model.PasswordRules;

/** The values identity works with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentityProperties.class, DoorProperties.class})
class IdentityConfiguration {

  /** Argon2id as OWASP asks (19 MiB, two passes); bcrypt is read, and replaced at the next sign-in. */
  @Bean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder("argon2", Map.of(
        "argon2", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2),
        "bcrypt", new BCryptPasswordEncoder(12)));
  }

  @Bean
  PasswordRules passwordRules(IdentityProperties properties) {
    var password = properties.password();
    return new PasswordRules(password.minimumLength(), password.characterClasses(), password.changeAfterDays());
  }
}
