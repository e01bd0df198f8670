package org.xingfuli.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.xingfuli.programme.PlanRule;
import org.xingfuli.programme.model.PlanSearch;
import org.xingfuli.programme.Programmes;
import org.xingfuli.programme.store.ProgrammeStore;

/** Programmes with what they hold, projects, plans, activities, and cells of the battle chart. */
@TestComponent
final class ProgrammeObjects implements MatrixObjects {

  private final MatrixWorld world;
  private final Programmes programmes;
  private final ProgrammeStore store;
  private final ProgrammeActs acts;

  ProgrammeObjects(MatrixWorld world, Programmes programmes, ProgrammeStore store, ProgrammeActs acts) {
    this.acts = acts;
    this.world = world;
    this.programmes = programmes;
    this.store = store;
  }

  @Override
  public boolean knows(String path) {
    return path.matches("/api/(programmes|projects|plans|drafts|searches|activities|battle-chart|gates|playbook|weekly-reports)/\\{.*");
  }

  @Override
  public Map<String, String> at(String endpoint, Place place, boolean changing) {
    var nobody = UUID.randomUUID().toString();
    var node = world.system(() -> store.nodes(world.programme())).getFirst().id().toString();
    var kind = endpoint.replaceFirst("^\\w+ /api/([a-z-]+)/.*", "$1");
    if (endpoint.endsWith("/searches")) {
      acts.searchesOver();
      return Map.of("id", place == Place.NONE ? nobody : world.earlier().toString());
    }
    return switch (kind) {
      case "searches" -> Map.of("id", place == Place.NONE ? nobody : acts.search().toString());
      case "battle-chart" -> Map.of("projectId", world.project(place).toString(), "nodeId", node);
      case "projects" -> Map.of("id", world.project(place).toString(), "gate", "START", "condition", "CONTRACT");
      case "gates" -> Map.of("gate", place == Place.NONE ? "NONE" : "START", "condition", "CONTRACT");
      case "playbook" -> Map.of("version", place == Place.NONE ? "9999" : "1");
      case "weekly-reports" -> Map.of("id", acts.weekly(place).toString());
      case "plans" -> Map.of("id", place == Place.NONE ? nobody : plan(), "other", endpoint.contains("{other}") ? plan() : nobody);
      case "drafts" -> Map.of("id", place == Place.NONE ? nobody : acts.draft().toString(), "position", "0",
          "activityId", world.activity(place).toString());
      case "activities" -> Map.of("id", world.activity(place).toString(),
          "planId", endpoint.contains("{planId}") ? plan() : nobody);
      default -> Map.of("id", place == Place.NONE ? nobody : world.programme().toString(), "nodeId", node,
          "code", endpoint.contains("/crews/") ? "surveyors" : "D04");
    };
  }

  private String plan() {
    return world.system(() -> programmes.plan(world.programme(), PlanRule.LATEST_FINISH, "")).toString();
  }

  @Override
  public @Nullable Object body(String endpoint) {
    return switch (endpoint) {
      case "POST /api/programmes/{id}/searches" -> Map.of("seconds", PlanSearch.FEWEST_SECONDS);
      case "POST /api/programmes/{id}/drafts" -> Map.of("name", "矩阵");
      case "POST /api/drafts/{id}/edits" -> Map.of("edit", ProgrammeActs.rain());
      case "POST /api/drafts/{id}/adopt" -> Map.of("reason", "矩阵");
      case "POST /api/activities/{id}/progress-reports" -> Map.of("percent", 0, "daysLost", 0, "note", "");
      case "POST /api/programmes/{id}/carry-over" ->
          Map.of("fromProgramme", world.earlier(), "projectIds", List.of(world.earlierProject()), "reason", "未完工");
      case "POST /api/programmes/{id}/projects/from-estates" ->
          Map.of("estateIds", List.of(world.newEstate(Place.OTHER)));
      case "POST /api/programmes/{id}/crews" -> Map.of("code", "matrix_crew", "name", Map.of("zh", "矩阵班组", "en", "Crew"),
          "sharedWithin", "DISTRICT", "capacity", 1);
      case "POST /api/programmes/{id}/template" -> Map.of("code", "Z09", "name", Map.of("zh", "矩阵工序", "en", "Activity"),
          "phase", "EXT", "duration", 1, "driver", "fixed", "calendar", "SITE");
      case "PUT /api/programmes/{id}/crews/{code}" -> Map.of("capacity", 1, "version", 1);
      case "PUT /api/programmes/{id}/nodes/{nodeId}" -> Map.of("nominalDate", MatrixWorld.YEAR + "-04-30", "weight", 1);
      case "PUT /api/programmes/{id}/rules" -> Map.of("atRiskDays", 7);
      case "PUT /api/projects/{id}/gates/{gate}/conditions/{condition}" -> Map.of("state", "OPEN", "reason", "矩阵");
      case "PUT /api/gates/{gate}/conditions/{condition}" -> condition("CONTRACT");
      case "PUT /api/gates/{gate}/conditions/{condition}/retirement" -> Map.of("retired", false);
      case "PUT /api/gates/{gate}/order" -> Map.of("codes", List.of());
      case "POST /api/gates/{gate}/conditions" -> condition("MATRIX_CONDITION");
      case "POST /api/projects/{id}/stage" -> Map.of("act", "ARCHIVE");
      case "POST /api/projects/{id}/weekly-reports" -> Map.of("lines", List.of(), "note", "矩阵");
      case "PUT /api/weekly-reports/{id}/settlement" -> Map.of("how", "矩阵");
      case "PUT /api/projects/{id}/budget/draft" -> Map.of("revision", 1, "contingencyPercent", 3, "lines", List.of(
          Map.of("code", "X1", "nameZh", "屋面", "nameEn", "Roofs", "workClass", "BASIC", "unit", "㎡", "quantity", 1,
              "unitCost", 1, "activities", List.of(), "unconfirmed", true, "source", "test")));
      case "POST /api/projects/{id}/budget/approval" -> Map.of("document", "矩阵");
      case "POST /api/projects/{id}/contracts" -> Map.of("number", UUID.randomUUID().toString(), "name", "矩阵", "party",
          "矩阵", "signedOn", "2021-01-04", "amount", 1);
      case "POST /api/projects/{id}/ledger" ->
          Map.of("month", "2021-01-01", "kind", "PAYMENT", "amount", 1, "document", "矩阵");
      case "PUT /api/projects/{id}/size-facts" -> Map.of("facts", List.of(Map.of("fact", "CONSENT", "value", 90)));
      case "PUT /api/projects/{id}/size-class" -> Map.of("reason", "矩阵");
      default -> MatrixObjects.super.body(endpoint);
    };
  }

  private static Map<String, Object> condition(String code) {
    return Map.of("code", code, "text", Map.of("zh", "矩阵", "en", "Matrix"), "source", "test", "unconfirmed", true, "role",
        "STREET", "evidenceRequired", false, "required", false, "leadDays", 7);
  }
}
