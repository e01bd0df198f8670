package org.xingfuli.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where evidence stands and what is taken.
 *
 * @param folder of the originals; {@code evidence} in the data folder when absent. Several nodes share it.
 * @param previews of the small pictures, which can be made again; {@code previews} in the data folder when absent
 * @param photoSize most bytes of a photo
 * @param documentSize most bytes of a document
 * @param files most files of one upload
 * @param pixels most pixels of a photo, read before anything is decoded
 * @param timeApart how far stated and recorded time may be apart before it is remarked, minutes
 * @param placeApart how far stated and recorded place may be apart before it is remarked, m
 */
@ConfigurationProperties("xingfuli.evidence")
public record EvidenceProperties(
    @Nullable Path folder,
    @Nullable Path previews,
    @DefaultValue("20MB") DataSize photoSize,
    @DefaultValue("40MB") DataSize documentSize,
    @DefaultValue("20") int files,
    @DefaultValue("64000000") long pixels,
    @DefaultValue("10") int timeApart,
    @DefaultValue("300") int placeApart) {}
