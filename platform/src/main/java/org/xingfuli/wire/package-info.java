/**
 * The basement's way to the outside: problems, pages, idempotent requests, and the web application's files.
 *
 * <ul>
 *   <li>Refuse with {@code throw new Refused(Refusal.of("programme.no-projects", Map.of(…)))}; the text stands in
 *       {@code problems.yaml}, and a code that does not fails {@code ProblemCatalogueTest}. A refusal about one field of
 *       the request carries its JSON pointer as the value {@code pointer}. What is absent or out of the caller's scope is
 *       refused alike: {@link org.xingfuli.wire.Problems#absent()}.
 *   <li>A filter that cannot throw to the advice writes by {@link org.xingfuli.wire.ProblemWriter}.
 *   <li>Lists answer {@link org.xingfuli.wire.Page} with {@link org.xingfuli.wire.Cursor}.
 * </ul>
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "接口 Wire", allowedDependencies = {"database", "access"})
@NullMarked
package org.xingfuli.wire;

import org.jspecify.annotations.NullMarked;
