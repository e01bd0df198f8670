package org.xingfuli.identity.flow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.xingfuli.identity.IdentityProperties;
import org.xingfuli.identity.Organisation;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.store.OrganisationStore;
import org.xingfuli.kernel.UuidV7;

/**
 * The district of this installation, the root of the organisation tree. Where the names of its streets are known as facts
 * (resource {@code identity/districts/<code>.csv}), they come with it, so that an import finds them.
 */
@Component
public class District {

  private final OrganisationStore organisations;
  private final IdentityProperties.District district;

  District(OrganisationStore organisations, IdentityProperties properties) {
    this.organisations = organisations;
    this.district = properties.district();
    if (!district.code().matches("[0-9]{6}")) {
      throw new IllegalArgumentException("xingfuli.district.code: six digits, not " + district.code());
    }
  }

  /** The district, made with its streets when it is not there yet; inside a transaction of the system's. */
  public Organisation ensured() {
    return organisations.byArea(district.code()).orElseGet(this::make);
  }

  /** Its area code. */
  public String code() {
    return district.code();
  }

  public String name() {
    return organisations.byArea(district.code()).map(Organisation::name).orElse(district.name());
  }

  private Organisation make() {
    var root = Organisation.plain(UuidV7.create(), null, OrganisationKind.DISTRICT, district.name(), district.code());
    organisations.insert(root, district.code());
    for (var street : streets()) {
      var comma = street.indexOf(',');
      var area = street.substring(0, comma);
      organisations.insert(
          Organisation.plain(UuidV7.create(), root.id(), OrganisationKind.STREET, street.substring(comma + 1), area), area);
    }
    return root;
  }

  private List<String> streets() {
    var file = new ClassPathResource("identity/districts/" + district.code() + ".csv");
    if (!file.exists()) {
      return List.of();
    }
    try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
