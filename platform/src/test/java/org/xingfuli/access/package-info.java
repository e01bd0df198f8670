/**
 * Who may call what, tried out: {@code access-matrix.csv} (in the test resources) says for every endpoint and role what is
 * answered, and {@link org.xingfuli.access.AccessMatrixTest} asks the running platform.
 *
 * <p>Whoever adds an endpoint adds its row. The test writes what it saw to {@code target/access-matrix.csv}; read the new rows,
 * and copy those that are as they should be. A cell says which objects of the path are answered:
 *
 * <ul>
 *   <li>{@code no}: refused (403), whatever the object
 *   <li>{@code none}: permitted, but none of the objects is within reach (404)
 *   <li>{@code own}: those of the role's own place (the street officer's community, the contractor's project)
 *   <li>{@code street}: all of the same street
 *   <li>{@code all}: all of the district
 *   <li>{@code yes}: an endpoint without an object, permitted
 *   <li>{@code sign-in}: 401, in the last column, which is nobody's
 * </ul>
 *
 * <p>An endpoint whose path names an object needs to know where such objects come from: implement {@link
 * org.xingfuli.access.MatrixObjects} as a test component and add it to the imports of the test. What is out of reach must be
 * answered exactly as what does not exist; the test compares the two answers.
 */
@NullMarked
package org.xingfuli.access;

import org.jspecify.annotations.NullMarked;
