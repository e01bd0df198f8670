package org.xingfuli.engine.scheduling;

/**
 * A date a task must keep: a node of the programme at one task.
 *
 * @param code code of the node, the same for every project's task that carries it
 * @param task index of the task
 * @param due exclusive: on time means {@code finish <= due}; "by the day d inclusive" is {@code d + 1}
 * @param weight how much one period late counts, at least 0
 */
public record Node(String code, int task, int due, int weight) {}
