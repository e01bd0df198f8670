package org.xingfuli.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the built web application from the folder {@code xingfuli.web}. Deep links such as {@code /estates/…} answer the
 * first page of the staff, those below {@code /h5} that of the residents, which then find their way; a missing file stays
 * missing.
 */
@Configuration(proxyBeanMethods = false)
class WebFiles implements WebMvcConfigurer {

  /** Addresses that are never a page of the web application. */
  private static final List<String> NOT_PAGES =
      List.of("api/", "actuator/", "assets/", "open311/", "openrosa/", "feeds/", "error");

  private final String folder;

  WebFiles(@Value("${xingfuli.web:web/dist}") Path folder) {
    this.folder = "file:" + folder.toAbsolutePath().normalize() + "/";
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // Names below assets/ carry the hash of their content, so they may be kept for ever; all else is asked for anew.
    registry.addResourceHandler("/assets/**")
        .addResourceLocations(folder + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry.addResourceHandler("/**")
        .addResourceLocations(folder)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new Pages());
  }

  /** A file if there is one, the first page of its readers for a page's address, nothing otherwise. */
  private static final class Pages extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      var file = super.getResource(path, location);
      var last = path.substring(path.lastIndexOf('/') + 1);
      if (file != null || last.contains(".") || NOT_PAGES.stream().anyMatch(path::startsWith)) {
        return file;
      }
      return super.getResource(path.equals("h5") || path.startsWith("h5/") ? "h5.html" : "index.html", location);
    }
  }
}
