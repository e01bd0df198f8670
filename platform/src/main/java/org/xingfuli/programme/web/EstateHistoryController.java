package org.xingfuli.programme.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.database.Transactions;
import org.xingfuli.estate.Estates;
import org.xingfuli.identity.People;
import org.xingfuli.programme.Words;
import org.xingfuli.programme.flow.ProjectHistory;
import org.xingfuli.programme.model.Project;
import org.xingfuli.programme.model.ProjectDeed;
import org.xingfuli.programme.model.Unknown;
import org.xingfuli.programme.store.ProjectStore;
import org.xingfuli.wire.Cursor;
import org.xingfuli.wire.ListBook;
import org.xingfuli.wire.Page;

/** What the programme did with an estate. The estate's own module stands below this one and cannot tell; the page shows both. */
@RestController
@RequestMapping("/api/estates/{id}")
class EstateHistoryController {

  private static final int USUAL = 30;

  private final Transactions transactions;
  private final Estates estates;
  private final ProjectHistory history;
  private final ProjectStore projects;
  private final People people;

  EstateHistoryController(Transactions transactions, Estates estates, ProjectHistory history, ProjectStore projects,
      People people) {
    this.transactions = transactions;
    this.estates = estates;
    this.history = history;
    this.projects = projects;
    this.people = people;
  }

  /**
   * An act of the programme.
   *
   * @param act as the audit names it
   * @param programmeId the project's year; null for a project that is no more
   * @param who name or title of the person, or the task that did it
   */
  record ProjectAct(
      UUID id, String act, UUID projectId, @Nullable UUID programmeId, String code, String name, Words what, String reason,
      String who, LocalDate doneOn, Instant at) {

    static ProjectAct of(ProjectDeed deed, Map<UUID, String> names, Map<UUID, UUID> years) {
      return new ProjectAct(deed.id(), deed.act(), deed.projectId(), years.get(deed.projectId()), deed.code(), deed.name(),
          deed.what(), deed.reason(), who(deed, names), deed.doneOn(), deed.at());
    }

    private static String who(ProjectDeed deed, Map<UUID, String> names) {
      var title = Objects.requireNonNullElse(deed.title(), "–");
      return deed.person() == null ? title : names.getOrDefault(deed.person(), title);
    }
  }

  /** The latest first. */
  @GetMapping("/programme-history")
  @Requires(Permission.PROGRAMME_READ)
  Page<ProjectAct> history(@PathVariable UUID id, @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    int size = Cursor.limit(limit, USUAL);
    var all = rows(id);
    var values = Cursor.read(cursor, 1);
    int from = values.isEmpty() ? 0 : after(all, values.getFirst());
    int to = Math.min(all.size(), from + size);
    return new Page<>(all.subList(from, to), to < all.size() ? Cursor.after(all.get(to - 1).id()) : null, all.size());
  }

  /** After the row the page before ended with; at the beginning when it is no more. */
  private static int after(List<ProjectAct> all, String last) {
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).id().toString().equals(last)) {
        return at + 1;
      }
    }
    return 0;
  }

  @GetMapping(path = "/programme-history.xlsx", produces = ListBook.TYPE)
  @Requires(Permission.PROGRAMME_READ)
  @ApiResponse(responseCode = "200",
      content = @Content(mediaType = ListBook.TYPE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> book(@PathVariable UUID id) {
    return ListBook.answer("项目历史", List.of("业务日期 Date", "时间 When", "何人 Who", "项目编号 Code", "项目 Project", "操作 Act",
        "内容 What", "原因或文号 Reason"), rows(id).stream()
        .map(row -> Arrays.<@Nullable Object>asList(row.doneOn(), ListBook.moment(row.at()), row.who(), row.code(), row.name(),
            row.act(), row.what().zh(), row.reason()))
        .toList());
  }

  private List<ProjectAct> rows(UUID id) {
    Unknown.unless(estates.find(id));
    return transactions.here(() -> {
      var told = history.ofEstate(id);
      var names = people.names(told.stream().map(ProjectDeed::person).filter(Objects::nonNull).distinct().toList());
      var years = projects.list(told.stream().map(ProjectDeed::projectId).distinct().toList()).stream()
          .collect(Collectors.toMap(Project::id, Project::programmeId));
      return told.stream().map(deed -> ProjectAct.of(deed, names, years)).toList();
    });
  }
}
