package org.xingfuli.appeal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.appeal.Channel;
import org.xingfuli.appeal.Urgency;
import org.xingfuli.appeal.flow.KeepViews;
import org.xingfuli.appeal.model.AppealState;
import org.xingfuli.appeal.model.SavedView;
import org.xingfuli.database.CurrentScope;

/** Views of the inbox that people keep. */
@RestController
@RequestMapping("/api/appeals/views")
class SavedViewController {

  /** @param own whether the caller made it; what colleagues share is only looked through */
  record InboxView(UUID id, String name, boolean shared, boolean own, InboxWanted wanted, int version) {}

  /** The filter of the inbox; what is null or empty does not matter. */
  record InboxWanted(SavedView.@NotNull Range range, @Nullable List<@NotNull AppealState> states, @Nullable Boolean overdue,
      @Nullable Boolean dueToday, @Nullable Boolean reopened, @Nullable Channel channel, @Nullable String classCode,
      @Nullable Urgency urgency, @Nullable UUID lead, @Nullable @Pattern(regexp = "\\d{6,12}") String area, @Nullable UUID estate,
      @Nullable String q, SavedView.@Nullable Order order) {

    static InboxWanted of(SavedView.Wanted one) {
      return new InboxWanted(one.range(), one.states(), one.overdue(), one.dueToday(), one.reopened(), one.channel(), one.classCode(),
          one.urgency(), one.lead(), one.area(), one.estate(), one.q(), one.order());
    }

    SavedView.Wanted wanted() {
      return new SavedView.Wanted(range, states == null ? List.of() : states, Boolean.TRUE.equals(overdue), Boolean.TRUE.equals(dueToday),
          Boolean.TRUE.equals(reopened), channel, AppealBodies.blank(classCode), urgency, lead, AppealBodies.blank(area), estate,
          AppealBodies.blank(q), order == null ? SavedView.Order.DUE : order);
    }
  }

  record NewInboxViewBody(@NotNull String name, boolean shared, @NotNull @Valid InboxWanted wanted) {}

  /** @param version that was seen */
  record InboxViewBody(@NotNull String name, boolean shared, @NotNull @Valid InboxWanted wanted, int version) {}

  private final KeepViews keep;

  SavedViewController(KeepViews keep) {
    this.keep = keep;
  }

  @GetMapping
  @Requires(Permission.APPEAL_READ)
  List<InboxView> views() {
    var me = CurrentScope.get().principal();
    return keep.all().stream().map(one -> new InboxView(one.id(), one.name(), one.shared(), one.person().equals(me),
        InboxWanted.of(one.wanted()), one.version())).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.APPEAL_READ)
  List<InboxView> keep(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @Valid NewInboxViewBody body) {
    keep.keep(key, body.name(), body.shared(), body.wanted().wanted());
    return views();
  }

  @PutMapping("/{view}")
  @Requires(Permission.APPEAL_READ)
  List<InboxView> change(@PathVariable UUID view, @RequestBody @Valid InboxViewBody body) {
    keep.change(view, body.version(), body.name(), body.shared(), body.wanted().wanted());
    return views();
  }

  @DeleteMapping("/{view}")
  @Requires(Permission.APPEAL_READ)
  List<InboxView> remove(@PathVariable UUID view) {
    keep.remove(view);
    return views();
  }
}
