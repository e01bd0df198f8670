package org.xingfuli.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springdoc.webmvc.api.OpenApiResource;
import org.xingfuli.access.Public;
import org.xingfuli.access.Requires;

/** Which endpoint a request is for, and what that endpoint is marked with. */
@Component
class Marks {

  private final RequestMappingHandlerMapping mapping;

  Marks(RequestMappingHandlerMapping requestMappingHandlerMapping) {
    this.mapping = requestMappingHandlerMapping;
  }

  /** The endpoint, or null when the request has none: a file, a wrong path, a wrong method or media type. */
  @Nullable HandlerMethod endpoint(HttpServletRequest request) {
    if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
      ServletRequestPathUtils.parseAndCache(request);
    }
    try {
      var chain = mapping.getHandler(request);
      return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
    } catch (Exception e) {
      return null; // the dispatcher meets the same fault and says which it is
    }
  }

  static @Nullable Requires requires(HandlerMethod endpoint) {
    return AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), Requires.class);
  }

  /** Open to anybody; the contract, which springdoc serves and which stands in the repository, too. */
  static boolean open(HandlerMethod endpoint) {
    return AnnotatedElementUtils.hasAnnotation(endpoint.getMethod(), Public.class)
        || OpenApiResource.class.isAssignableFrom(endpoint.getBeanType());
  }
}
