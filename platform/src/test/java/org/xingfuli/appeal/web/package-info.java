/** What the pages about appeals are told. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.appeal.web;
