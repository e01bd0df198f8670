package org.xingfuli.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The second bolt: only the very endpoint the gate has let through is called. */
@Configuration(proxyBeanMethods = false)
class BehindTheGate implements WebMvcConfigurer, HandlerInterceptor {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod endpoint && request.getDispatcherType() != DispatcherType.ERROR
        && endpoint.getBeanType().getName().startsWith("org.xingfuli.")
        && !endpoint.getMethod().equals(request.getAttribute(Gate.PASSED))) {
      throw new AccessDeniedException("not through the gate: " + endpoint.getShortLogMessage());
    }
    return true;
  }
}
