package org.xingfuli.wire.contract;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.xingfuli.access.Public;
import org.xingfuli.access.Requires;
import org.xingfuli.wire.Problem;

/** How the contract is written: stable, without a server's address, every problem of one shape. */
@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

  private static final String PROBLEM = "application/problem+json";

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(new Info().title("Xingfuli 幸福里").version("1")
            .description("Sign in at POST /api/session; send the cookie XSRF-TOKEN back as the header X-XSRF-TOKEN.")
            .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .components(new Components().addSecuritySchemes("session",
            new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name("xingfuli")));
  }

  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    ModelResolver.enumsAsRef = true; // an enumeration is one type of the client, not one per field
    return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
  }

  @Bean
  RecordSchemas recordSchemas() {
    return new RecordSchemas();
  }

  /** Operations are called by their endpoint and method, and say what they require. */
  @Bean
  OperationCustomizer operations() {
    return (operation, endpoint) -> {
      var requires = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), Requires.class);
      operation.setOperationId(name(endpoint));
      operation.setTags(List.of(module(endpoint)));
      if (requires != null) {
        operation.addExtension("x-requires", requires.value().name());
        operation.addSecurityItem(new SecurityRequirement().addList("session"));
      } else if (AnnotatedElementUtils.hasAnnotation(endpoint.getMethod(), Public.class)) {
        operation.setSecurity(List.of());
      }
      operation.getResponses().addApiResponse("default", new ApiResponse().description("Problem").content(
          new Content().addMediaType(PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
      return operation;
    };
  }

  @Bean
  OpenApiCustomizer problemsWithoutServers() {
    return api -> {
      api.setServers(null);
      var problem = ModelConverters.getInstance(true).readAll(Problem.class);
      problem.forEach(api.getComponents()::addSchemas);
      WholeAnswers.mark(api, problem.keySet());
    };
  }

  private static String name(HandlerMethod endpoint) {
    var type = endpoint.getBeanType().getSimpleName().replaceAll("(Controller|Endpoint)$", "");
    return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "_" + endpoint.getMethod().getName();
  }

  private static String module(HandlerMethod endpoint) {
    return endpoint.getBeanType().getPackageName().replaceFirst("^org\\.xingfuli\\.", "").replaceFirst("\\..*", "");
  }
}
