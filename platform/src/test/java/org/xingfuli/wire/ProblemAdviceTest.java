package org.xingfuli.wire;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import java.util.UUID;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.xingfuli.database.TooBusy;

/** What a client reads when something is wrong, and what it never reads. */
class ProblemAdviceTest {

  record Weight(@NotBlank String name, @Min(0) Integer value) {}

  /** A test component, so that the platform's own contexts do not find it. */
  @TestComponent
  @RestController
  static class Probe {
    @GetMapping("/absent")
    String absent() {
      throw Problems.absent();
    }

    @GetMapping("/broken")
    String broken() {
      throw new IllegalStateException("select secret from table");
    }

    @GetMapping("/away")
    String away() {
      throw new UncategorizedSQLException("task", "select 1", new SQLException("terminating connection", "57P01"));
    }

    @GetMapping("/busy")
    String busy() {
      throw new TooBusy("no connection became free within PT15S");
    }

    @GetMapping("/duplicate")
    String duplicate() {
      throw new DuplicateKeyException("Key (name)=(somebody) already exists");
    }

    @GetMapping("/things/{id}")
    String thing(@PathVariable UUID id) {
      return id.toString();
    }

    @PostMapping("/weights")
    String weigh(@Valid @RequestBody Weight weight) {
      return weight.name();
    }
  }

  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(new Probe()).setControllerAdvice(new ProblemAdvice(new Problems(), new Answers(List.of()))).build();

  @Test
  void whatIsAbsentIsToldInBothLanguages() throws Exception {
    mvc.perform(get("/absent"))
        .andExpect(status().isNotFound())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.code").value("common.not-found"))
        .andExpect(jsonPath("$.detail").value("找不到，或不在您的范围内。"))
        .andExpect(jsonPath("$.detailEn").value("Not found, or outside your scope."));
  }

  @Test
  void whatNobodyForesawIsNeverShown() throws Exception {
    mvc.perform(get("/broken"))
        .andExpect(status().isInternalServerError())
        .andExpect(jsonPath("$.values.incident").isNotEmpty())
        .andExpect(content().string(not(containsString("secret"))));
  }

  @Test
  void aDatabaseThatIsAwayIsUnavailableAndWorthARetry() throws Exception {
    mvc.perform(get("/away"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "2"))
        .andExpect(content().string(not(containsString("terminating"))));
  }

  @Test
  void aDuplicateKeyDoesNotTellWhose() throws Exception {
    mvc.perform(get("/duplicate"))
        .andExpect(status().isConflict())
        .andExpect(content().string(not(containsString("somebody"))));
  }

  @Test
  void anIdThatIsNoneIsABadParameter() throws Exception {
    mvc.perform(get("/things/7")).andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].pointer").value("/id"));
  }

  @Test
  void allFaultsOfABodyAreToldAtOnceWithTheirPlaces() throws Exception {
    mvc.perform(post("/weights").contentType(MediaType.APPLICATION_JSON).content("{\"name\":\" \",\"value\":-1}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("common.invalid"))
        .andExpect(jsonPath("$.errors.length()").value(2))
        .andExpect(jsonPath("$.errors[?(@.pointer=='/value')].code").value("validation.range"))
        .andExpect(jsonPath("$.errors[?(@.pointer=='/name')].code").value("validation.missing"));
  }

  @Test
  void aValueOfTheWrongKindIsToldWithItsPlace() throws Exception {
    mvc.perform(post("/weights").contentType(MediaType.APPLICATION_JSON).content("{\"name\":\"a\",\"value\":\"x\"}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("common.wrong-kind"))
        .andExpect(jsonPath("$.errors[0].pointer").value("/value"));
    mvc.perform(post("/weights").contentType(MediaType.APPLICATION_JSON).content("{"))
        .andExpect(jsonPath("$.code").value("common.unreadable"));
  }

  @Test
  void whoseTurnDidNotComeIsToldToComeAgainBehindAnEndpointAndBeforeOne() throws Exception {
    mvc.perform(get("/busy"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "2"))
        .andExpect(jsonPath("$.code").value("common.too-busy"));
    var door = MockMvcBuilders.standaloneSetup(new ErrorEndpoint(new Problems(), new Answers(List.of()))).build();
    door.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
            .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new TooBusy("no connection became free within PT15S")))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "2"))
        .andExpect(jsonPath("$.code").value("common.too-busy"));
  }

  @Test
  void whatFailedBeforeAnyEndpointIsToldLikeWhatFailedBehindOne() throws Exception {
    var door = MockMvcBuilders.standaloneSetup(new ErrorEndpoint(new Problems(), new Answers(List.of()))).build();
    door.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
            .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new ServletException(new TransactionTimedOutException("session"))))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().exists("Retry-After"))
        .andExpect(jsonPath("$.code").value("common.database-away"));
    door.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
            .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("select secret from table")))
        .andExpect(status().isInternalServerError())
        .andExpect(jsonPath("$.values.incident").value(matchesPattern("[0-9a-f-]{36}")))
        .andExpect(content().string(not(containsString("secret"))));
    door.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 405))
        .andExpect(status().isMethodNotAllowed());
  }
}
