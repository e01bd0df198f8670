package org.xingfuli.exchange.plans.mpxj;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mpxj.ProjectFile;
import org.mpxj.Task;

/**
 * Which activities are one project: those of one file of several; else those below one of several outermost rows, when
 * every activity stands below one; else all. The row that is a file's whole project is no row.
 */
final class MpxjProjects {

  private final List<ProjectFile> files;
  private final Set<Task> roots = new HashSet<>();
  private final Map<Object, Integer> projects = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final boolean byFile;
  private final boolean byRow;

  MpxjProjects(List<ProjectFile> files, Collection<Task> leaves, boolean primavera) {
    this.files = files;
    if (primavera) {
      roots(leaves);
    }
    this.byFile = leaves.stream().map(Task::getParentFile).distinct().count() > 1;
    this.byRow = !byFile && leaves.stream().allMatch(task -> outermost(task) != null)
        && leaves.stream().map(this::outermost).distinct().count() > 1;
    leaves.forEach(this::of);
  }

  /** Primavera's outermost row of each project, when everything stands below it. */
  private void roots(Collection<Task> leaves) {
    var tops = new HashMap<ProjectFile, Set<Task>>();
    for (var task : leaves) {
      var top = task;
      for (var at = task.getParentTask(); at != null; at = at.getParentTask()) {
        top = at;
      }
      tops.computeIfAbsent(task.getParentFile(), fresh -> new HashSet<>()).add(top);
    }
    tops.values().stream().filter(found -> found.size() == 1).forEach(found -> found.stream()
        .filter(Task::hasChildTasks).forEach(roots::add));
  }

  int of(Task task) {
    Object key = byFile ? task.getParentFile() : byRow ? Objects.requireNonNull(outermost(task)) : files.get(0);
    var known = projects.get(key);
    if (known == null) {
      known = projects.size();
      projects.put(key, known);
      names.add(key instanceof Task row ? title(row) : name((ProjectFile) key));
    }
    return known;
  }

  List<String> names() {
    return names;
  }

  String title() {
    return name(files.get(0));
  }

  String name(ProjectFile file) {
    for (var root : roots) {
      if (root.getParentFile() == file && root.getName() != null && !root.getName().isBlank()) {
        return root.getName();
      }
    }
    var properties = file.getProjectProperties();
    for (var name : new @Nullable String[] {properties.getName(), properties.getProjectTitle(), properties.getProjectID()}) {
      if (name != null && !name.isBlank()) {
        return name.strip();
      }
    }
    return "项目 project";
  }

  List<String> groups(Task task) {
    var groups = new ArrayList<String>();
    for (var at = parent(task); at != null; at = parent(at)) {
      groups.addFirst(title(at));
    }
    return groups;
  }

  private static String title(Task row) {
    return row.getName() == null ? "#" + row.getUniqueID() : row.getName();
  }

  private @Nullable Task parent(Task task) {
    var parent = task.getParentTask();
    boolean root = parent == null || roots.contains(parent)
        || Objects.equals(parent.getOutlineLevel(), 0) && Objects.equals(parent.getUniqueID(), 0);
    return root ? null : parent;
  }

  private @Nullable Task outermost(Task task) {
    Task found = null;
    for (var at = parent(task); at != null; at = parent(at)) {
      found = at;
    }
    return found;
  }
}
