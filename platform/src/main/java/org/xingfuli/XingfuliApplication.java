package org.xingfuli;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform as one process: a modular monolith over one PostgreSQL. */
@SpringBootApplication
public class XingfuliApplication {

  static void main(String[] args) {
    SpringApplication.run(XingfuliApplication.class, args);
  }
}
