package org.xingfuli.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.xingfuli.XingfuliApplication;

/** Boots the platform on a database of its own; see the package's description. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(classes = XingfuliApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "xingfuli.second-factor.required=false")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = PlatformTest.OwnDatabase.class)
public @interface PlatformTest {

  /** Points a context at a fresh database. */
  class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var database = TestDatabase.fresh();
      var logins = database.prepared().logins();
      TestPropertyValues.of(
              "xingfuli.data=" + database.data(),
              "xingfuli.database.url=" + database.address(),
              "xingfuli.database.migrator.user=" + logins.migrator().user(),
              "xingfuli.database.migrator.password=" + logins.migrator().password(),
              "xingfuli.database.application.user=" + logins.application().user(),
              "xingfuli.database.application.password=" + logins.application().password(),
              "xingfuli.database.backup.user=" + logins.backup().user(),
              "xingfuli.database.backup.password=" + logins.backup().password(),
              "xingfuli.database.pool=8",
              "xingfuli.demo=false")
          .applyTo(context);
    }
  }
}
