package org.xingfuli.programme;

import org.xingfuli.kernel.StateGraph;

/** How far a project has come. What is reported of its works says how it goes; the stage says what was passed and by whom. */
public enum ProjectStage {
  PLANNED("筹备", "planned"),
  MOBILISED("进场", "mobilised"),
  UNDERWAY("施工", "underway"),
  ACCEPTED("已验收", "accepted"),
  DELIVERED("已交付", "delivered"),
  WARRANTY("质保期", "warranty"),
  ARCHIVED("已归档", "archived");

  /** What moves a project on; the first, third and fourth stand behind a gate. */
  public enum Act { START, BEGIN, ACCEPT, DELIVER, WARRANT, ARCHIVE }

  public static final StateGraph<ProjectStage, Act> GRAPH = StateGraph.<ProjectStage, Act>named("project", PLANNED)
      .edge(PLANNED, Act.START, MOBILISED)
      .edge(MOBILISED, Act.BEGIN, UNDERWAY)
      .edge(UNDERWAY, Act.ACCEPT, ACCEPTED)
      .edge(ACCEPTED, Act.DELIVER, DELIVERED)
      .edge(DELIVERED, Act.WARRANT, WARRANTY)
      .edge(WARRANTY, Act.ARCHIVE, ARCHIVED)
      .build();

  private final Words label;

  ProjectStage(String zh, String en) {
    this.label = Words.of(zh, en);
  }

  public Words label() {
    return label;
  }
}
