package org.xingfuli.wire;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The web application's files, its deep links and the headers around them. */
class WebFilesTest {

  /** Deliberately no @Configuration: the platform's own contexts must not find it. */
  @EnableWebMvc
  static class Web {
    private static Path folder = Path.of(".");

    @Bean
    WebFiles webFiles() {
      return new WebFiles(folder);
    }

    @Bean
    ProblemAdvice advice() {
      return new ProblemAdvice(new Problems(), new Answers(List.of()));
    }
  }

  private MockMvc mvc = MockMvcBuilders.standaloneSetup(this).build();

  @BeforeEach
  void aBuiltApplication(@TempDir Path web) throws IOException {
    Files.writeString(web.resolve("index.html"), "<title>Xingfuli</title>");
    Files.writeString(web.resolve("h5.html"), "<title>Residents</title>");
    Files.createDirectories(web.resolve("assets"));
    Files.writeString(web.resolve("assets/app-4f2a.js"), "start()");
    Web.folder = web;
    var context = new AnnotationConfigWebApplicationContext();
    context.setServletContext(new MockServletContext());
    context.register(Web.class);
    context.refresh();
    mvc = MockMvcBuilders.webAppContextSetup(context).addFilters(new SecurityHeaders()).build();
  }

  @Test
  void theFirstPageAndEveryDeepLinkAnswerTheApplication() throws Exception {
    mvc.perform(get("/")).andExpect(status().isOk()).andExpect(forwardedUrl("/index.html"));
    for (var address : new String[] {"/index.html", "/wall", "/estates", "/programmes/2022/timetable"}) {
      mvc.perform(get(address))
          .andExpect(status().isOk())
          .andExpect(content().string(Matchers.containsString("Xingfuli")))
          .andExpect(header().string("Cache-Control", "no-cache"));
    }
  }

  @Test
  void residentsHaveAFirstPageOfTheirOwn() throws Exception {
    for (var address : new String[] {"/h5", "/h5/", "/h5.html", "/h5/p/GRXC-11-4", "/h5/p/GRXC-11-4/report", "/h5/status"}) {
      mvc.perform(get(address))
          .andExpect(status().isOk())
          .andExpect(content().string(Matchers.containsString("Residents")))
          .andExpect(header().string("Cache-Control", "no-cache"));
    }
    mvc.perform(get("/h5-plans")).andExpect(content().string(Matchers.containsString("Xingfuli")));
    mvc.perform(get("/h5/old.js")).andExpect(status().isNotFound());
  }

  @Test
  void filesNamedByTheirContentAreKept() throws Exception {
    mvc.perform(get("/assets/app-4f2a.js"))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", Matchers.containsString("immutable")));
  }

  @Test
  void aMissingFileOrAddressOfTheApiIsMissing() throws Exception {
    for (var address : new String[] {"/assets/old.js", "/favicon.png", "/api/nothing", "/actuator/env", "/..%2fpom.xml"}) {
      mvc.perform(get(URI.create(address))).andExpect(status().isNotFound());
    }
  }

  @Test
  void everyAnswerTellsTheBrowserWhatItMayDo() throws Exception {
    mvc.perform(get("/wall"))
        .andExpect(header().string("Content-Security-Policy", Matchers.containsString("script-src 'self';")))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("X-Frame-Options", "DENY"))
        .andExpect(header().string("Referrer-Policy", "same-origin"))
        .andExpect(header().string("Permissions-Policy", Matchers.containsString("microphone=()")));
  }

  @Test
  void onlyThePagesOfResidentsMayListen() throws Exception {
    mvc.perform(get("/h5/p/ABC/report")).andExpect(header().string("Permissions-Policy", Matchers.containsString("microphone=(self)")));
    mvc.perform(get("/appeals")).andExpect(header().string("Permissions-Policy", Matchers.containsString("microphone=()")));
  }
}
