/** What an outage must keep to, without a platform. */
@org.jspecify.annotations.NullMarked
package org.xingfuli.utilities.model;
