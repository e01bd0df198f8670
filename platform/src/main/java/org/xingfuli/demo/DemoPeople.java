package org.xingfuli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xingfuli.demo.DemoYear.DemoProject;
import org.xingfuli.identity.Accounts;
import org.xingfuli.identity.Accounts.NewAccount;
import org.xingfuli.identity.OrganisationKind;
import org.xingfuli.identity.Organisations;
import org.xingfuli.identity.Role;
import org.xingfuli.identity.UtilityService;
import tools.jackson.databind.json.JsonMapper;

/** Invented firms, and accounts by title instead of by name, each with a password generated at this first start. */
@Component
class DemoPeople {

  private static final Map<String, String> STREET_NAMES = Map.of(
      "320613001", "chengdong", "320613002", "hepingqiao", "320613003", "rengang", "320613004", "xinchengqiao",
      "320613005", "hongqiao", "320613006", "xuetian", "320613007", "zhongxiu", "320613008", "wenfeng",
      "320613009", "guanyinshan");

  private static final Map<UtilityService, String> UTILITIES = Map.of(
      UtilityService.WATER, "示例水务公司", UtilityService.POWER, "示例供电公司",
      UtilityService.GAS, "示例燃气公司", UtilityService.TELECOM, "示例通信公司");

  private final Organisations organisations;
  private final Accounts accounts;
  private final JsonMapper json;
  private final Path file;

  DemoPeople(Organisations organisations, Accounts accounts, JsonMapper json, @Value("${xingfuli.data}") Path data) {
    this.organisations = organisations;
    this.accounts = accounts;
    this.json = json;
    this.file = data.resolve("demo-accounts.json");
  }

  /** The firms of the year; every project has one of each. */
  record Firms(List<UUID> deliveryAgents, List<UUID> contractors, List<UUID> supervisors) {

    /** Delivery agent, contractor and supervisor of a project. */
    List<UUID> of(int number) {
      return List.of(deliveryAgents.get(number % deliveryAgents.size()), contractors.get(number % contractors.size()),
          supervisors.get(number % supervisors.size()));
    }
  }

  /** An account as the demo tells it, once, on the terminal and in a file only its owner may read. */
  record Told(String signInName, String password, Role role, String title, String scope) {}

  /** An account and whose it is. */
  private record Opened(UUID person, Told told) {}

  Firms firms() {
    return new Firms(
        named(OrganisationKind.DELIVERY_AGENT, "示例代建一公司", "示例代建二公司", "示例代建三公司", "示例代建四公司"),
        named(OrganisationKind.CONTRACTOR, "示例建工一公司", "示例建工二公司", "示例建工三公司", "示例建工五公司", "示例市政公司",
            "示例安装公司", "示例修缮公司"),
        named(OrganisationKind.SUPERVISOR, "示例监理一公司", "示例监理二公司", "示例监理三公司"));
  }

  private List<UUID> named(OrganisationKind kind, String... names) {
    var district = organisations.district().id();
    var ids = new ArrayList<UUID>();
    for (var name : names) {
      ids.add(organisations.add(district, kind, name, null).id());
    }
    return ids;
  }

  /** Opens the accounts and leaves them beside the data, before the transaction that opens them ends; {@link #tell} shows them. */
  List<Told> accounts(List<DemoProject> projects) {
    var district = organisations.district();
    var area = Objects.requireNonNull(district.area());
    var opened = new ArrayList<Opened>();
    opened.add(open("administrator", "系统管理员", district.id(), Role.ADMINISTRATOR, area, null, district.name()));
    opened.add(open("administrator-2", "系统管理员", district.id(), Role.ADMINISTRATOR, area, null, district.name()));
    opened.add(open("security", "安全管理员", district.id(), Role.SECURITY_OFFICER, area, null, district.name()));
    opened.add(open("auditor", "审计员", district.id(), Role.AUDITOR, area, null, district.name()));
    opened.add(open("commander", "指挥长", district.id(), Role.COMMANDER, area, null, district.name()));
    opened.add(open("planner", "计划员", district.id(), Role.PLANNER, area, null, district.name()));
    opened.add(open("appeals", "诉求专员", district.id(), Role.APPEAL_CLERK, area, null, district.name()));
    for (var street : DemoEstates.STREETS) {
      var organisation = organisations.byArea(street).orElseThrow();
      opened.add(open("street-" + STREET_NAMES.get(street), "街道专员", organisation.id(), Role.STREET_OFFICER, street, null,
          organisation.name()));
    }
    var community = organisations.byArea(DemoReception.HOME).orElseThrow();
    opened.add(open("community", DemoReporter.COMMUNITY, community.id(), Role.COMMUNITY_OFFICER, community.area(), null, community.name()));
    opened.add(open("reception", DemoReception.CLERK, community.id(), Role.RECEPTION_CLERK, community.area(), null, community.name()));
    var project = projects.get(1);
    opened.add(open("agent", DemoReporter.DELIVERY_AGENT, project.parties().get(0), Role.DELIVERY_AGENT, null, project.id(), project.name()));
    opened.add(open("contractor", DemoReporter.CONTRACTOR, project.parties().get(1), Role.CONTRACTOR, null, project.id(), project.name()));
    opened.add(open("supervisor", "总监理工程师", project.parties().get(2), Role.SUPERVISOR, null, project.id(), project.name()));
    for (var service : UtilityService.values()) {
      var utility = organisations.addUtility(district.id(), service, Objects.requireNonNull(UTILITIES.get(service)),
          "0513-8000000" + (service.ordinal() + 1));
      opened.add(open(service.name().toLowerCase(Locale.ROOT), service.words().zh() + "专员", utility.id(),
          Role.UTILITY_OFFICER, area, null, utility.name()));
    }
    var managers = named(OrganisationKind.PROPERTY_MANAGER, "示例物业一公司", "示例物业二公司", "示例物业服务社");
    for (int number = 0; number < managers.size(); number++) {
      var managed = projects.get(number + 1);
      opened.add(open(number == 0 ? "property" : "property-" + (number + 1), "物业项目经理", managers.get(number),
          Role.PROPERTY_MANAGER, null, managed.id(), managed.name()));
    }
    opened.add(open("operator-demo", "演示员", district.id(), Role.DEMO_OPERATOR, area, null, district.name()));
    deputies(opened, projects);
    var told = opened.stream().map(Opened::told).toList();
    keep(told);
    return told;
  }

  /** Two who are away for a month, and who stands in for them: a street's officer and a project's leader. */
  private void deputies(List<Opened> opened, List<DemoProject> projects) {
    var until = accounts.today().plusDays(30);
    var community = organisations.byArea(DemoDistrict.community("320613005", 2)).orElseThrow();
    var secretary = open("street-deputy", "社区副书记", community.id(), Role.COMMUNITY_OFFICER, community.area(), null,
        community.name());
    accounts.deputise(person(opened, "street-hongqiao"), Role.STREET_OFFICER, secretary.person(), until);
    opened.add(secretary);
    var other = projects.get(2);
    var engineer = open("agent-deputy", "代建工程师", projects.get(1).parties().getFirst(), Role.DELIVERY_AGENT, null, other.id(),
        other.name());
    accounts.deputise(person(opened, "agent"), Role.DELIVERY_AGENT, engineer.person(), until);
    opened.add(engineer);
  }

  private static UUID person(List<Opened> opened, String signInName) {
    return opened.stream().filter(one -> one.told().signInName().equals(signInName)).findFirst().orElseThrow().person();
  }

  private Opened open(String signInName, String title, UUID organisation, Role role, @Nullable String area,
      @Nullable UUID project, String scope) {
    var account = accounts.open(new NewAccount(signInName, title, title, organisation, role, area, project));
    return new Opened(account.personId(), new Told(signInName, account.password(), role, title, scope));
  }

  /** Prints the accounts once on stderr. */
  void tell(List<Told> told) {
    var table = new StringBuilder("\n示例账号，密码只显示这一次 / demo accounts, passwords are shown once\n");
    for (var account : told) {
      table.append("  %-22s %-26s %s · %s%n".formatted(
          account.signInName(), account.password(), account.title(), account.scope()));
    }
    table.append("也存于 / also in ").append(file).append('\n');
    System.err.println(table);
  }

  private void keep(List<Told> told) {
    try {
      Files.deleteIfExists(file);
      var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, onlyOwner);
      Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(told));
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's accounts cannot be kept in " + file, e);
    }
  }
}
