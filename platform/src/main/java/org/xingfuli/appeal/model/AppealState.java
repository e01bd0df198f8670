package org.xingfuli.appeal.model;

import org.xingfuli.identity.Words;
import org.xingfuli.kernel.StateGraph;

/** Where an appeal stands, along the seven links of the command centre (domain.md 2.6). */
public enum AppealState {
  RECEIVED("待受理", "Received"),
  ACCEPTED("待派发", "Accepted"),
  DISPATCHED("待签收", "Dispatched"),
  HANDLING("办理中", "In hand"),
  /** The clock stands still for a lawful reason. */
  PAUSED("暂停计时", "Paused"),
  REPLIED("待回访", "Replied"),
  REOPENED("重新办理", "Reopened"),
  /** Handled with another appeal; its complainant is answered and called back all the same. */
  MERGED("已合并", "Merged"),
  CLOSED("已办结", "Closed"),
  ARCHIVED("已归档", "Archived");

  /** What moves an appeal, and the link of the loop it belongs to. */
  public enum Act {
    ACCEPT(Link.ACCEPT, "受理", "Accepted"),
    DISPATCH(Link.DISPATCH, "派发", "Dispatched"),
    RETURN(Link.DISPATCH, "退回", "Returned"),
    HANDLE(Link.HANDLE, "签收办理", "Signed for"),
    COOPERATE(Link.COOPERATE, "请配合单位", "Support asked"),
    PROGRESS(Link.HANDLE, "办理进展", "Progress"),
    PAUSE(Link.HANDLE, "暂停计时", "Clock paused"),
    RESUME(Link.HANDLE, "恢复计时", "Clock resumed"),
    ASK_EXTENSION(Link.SUPERVISE, "申请延期", "Extension asked"),
    GRANT_EXTENSION(Link.SUPERVISE, "同意延期", "Extension granted"),
    REFUSE_EXTENSION(Link.SUPERVISE, "不同意延期", "Extension refused"),
    SUPERVISE(Link.SUPERVISE, "督办", "Supervised"),
    REPLY(Link.HANDLE, "答复", "Replied"),
    CALL_BACK_SATISFIED(Link.CALL_BACK, "回访满意", "Called back: satisfied"),
    CALL_BACK_UNSATISFIED(Link.CALL_BACK, "回访不满意", "Called back: not satisfied"),
    CALL_BACK_UNREACHED(Link.CALL_BACK, "回访未联系上", "Called back: not reached"),
    LAPSE(Link.CALL_BACK, "多次未联系上，办结", "Closed without being reached"),
    MERGE(Link.COOPERATE, "合并", "Merged"),
    SEPARATE(Link.COOPERATE, "取消合并", "Taken out of the merge"),
    REOPEN(Link.CALL_BACK, "重新办理", "Reopened"),
    ARCHIVE(Link.ARCHIVE, "归档", "Archived");

    private final Link link;
    private final Words words;

    Act(Link link, String zh, String en) {
      this.link = link;
      this.words = new Words(zh, en);
    }

    public Link link() {
      return link;
    }

    public Words words() {
      return words;
    }
  }

  public static final StateGraph<AppealState, Act> GRAPH = graph();

  private static StateGraph<AppealState, Act> graph() {
    var graph = StateGraph.<AppealState, Act>named("appeal", RECEIVED)
        .edge(RECEIVED, Act.ACCEPT, ACCEPTED)
        .edge(ACCEPTED, Act.DISPATCH, DISPATCHED)
        .edge(DISPATCHED, Act.RETURN, ACCEPTED)
        .edge(DISPATCHED, Act.HANDLE, HANDLING)
        .edge(HANDLING, Act.COOPERATE, HANDLING)
        .edge(HANDLING, Act.PROGRESS, HANDLING)
        .edge(HANDLING, Act.PAUSE, PAUSED)
        .edge(PAUSED, Act.RESUME, HANDLING)
        .edge(HANDLING, Act.REPLY, REPLIED)
        .edge(MERGED, Act.REPLY, REPLIED)
        .edge(MERGED, Act.SEPARATE, ACCEPTED)
        .edge(REPLIED, Act.CALL_BACK_SATISFIED, CLOSED)
        .edge(REPLIED, Act.CALL_BACK_UNSATISFIED, REOPENED)
        .edge(REPLIED, Act.CALL_BACK_UNREACHED, REPLIED)
        .edge(REPLIED, Act.LAPSE, CLOSED)
        .edge(REOPENED, Act.DISPATCH, DISPATCHED)
        .edge(CLOSED, Act.ARCHIVE, ARCHIVED)
        .edge(CLOSED, Act.REOPEN, REOPENED)
        .edge(ARCHIVED, Act.REOPEN, REOPENED);
    for (var waiting : new AppealState[] {RECEIVED, ACCEPTED, DISPATCHED, HANDLING, REOPENED}) {
      graph.edge(waiting, Act.MERGE, MERGED);
    }
    for (var working : new AppealState[] {DISPATCHED, HANDLING}) {
      graph.edge(working, Act.ASK_EXTENSION, working);
      graph.edge(working, Act.GRANT_EXTENSION, working);
      graph.edge(working, Act.REFUSE_EXTENSION, working);
    }
    for (var open : new AppealState[] {RECEIVED, ACCEPTED, DISPATCHED, HANDLING, PAUSED, REPLIED, REOPENED}) {
      graph.edge(open, Act.SUPERVISE, open);
    }
    return graph.build();
  }

  private final Words words;

  AppealState(String zh, String en) {
    this.words = new Words(zh, en);
  }

  public Words words() {
    return words;
  }

  /** Whether somebody still has to do something. */
  public boolean open() {
    return this != CLOSED && this != ARCHIVED;
  }
}
