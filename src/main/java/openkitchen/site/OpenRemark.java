package openkitchen.site;

import openkitchen.talk.Remark;

/** A remark that is open on a card, with its first words. */
public record OpenRemark(Remark remark, String words) {}
