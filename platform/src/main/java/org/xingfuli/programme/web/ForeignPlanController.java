package org.xingfuli.programme.web;

import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xingfuli.access.Permission;
import org.xingfuli.access.Requires;
import org.xingfuli.programme.flow.ReadForeignPlan;

/** Somebody's plan of a project, read and held against ours; nothing of it is kept. */
@RestController
@RequestMapping("/api/projects/{id}/foreign-plans")
class ForeignPlanController {

  private final ReadForeignPlan read;

  ForeignPlanController(ReadForeignPlan read) {
    this.read = read;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.PROGRESS_REPORT)
  ForeignPlanView read(@PathVariable UUID id, @RequestPart("file") MultipartFile file) throws IOException {
    var name = file.getOriginalFilename();
    return ForeignPlanView.of(name == null || name.isBlank() ? "plan" : name, read.read(id, file.getBytes()));
  }
}
