package openkitchen.site;

import openkitchen.material.Version;

/**
 * One version of an ask on its page.
 *
 * @param mine whether it waits for the visitor's decision
 * @param pinned whether the visitor has a remark or question open on it
 */
public record ApprovalItem(ApprovalView view, Version version, Glimpse glimpse, boolean mine, boolean pinned) {}
