package org.xingfuli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Links and QR codes lead to the address that was configured, or to this machine. */
class PublicAddressTest {

  private static String base(Map<String, Object> settings) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("given", settings));
    return new PublicAddress(new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("xingfuli", IdentityProperties.class), environment).base();
  }

  @Test
  void theConfiguredAddressIsTakenWithoutItsLastSlash() {
    assertThat(base(Map.of("xingfuli.public-url", "https://xingfuli.example.gov.cn/"))).isEqualTo("https://xingfuli.example.gov.cn");
  }

  @Test
  void withoutOneThisMachineIsNamed() {
    assertThat(base(Map.of("server.port", "8123"))).isEqualTo("http://localhost:8123");
    assertThat(base(Map.of("xingfuli.public-url", " ", "server.port", "8443", "server.ssl.certificate", "x.pem")))
        .isEqualTo("https://localhost:8443");
  }
}
