package openkitchen.site;

import openkitchen.material.Version;

/**
 * One version of an ask on its page.
 *
 * @param mine whether it waits for the visitor's decision
 */
public record ApprovalItem(ApprovalView view, Version version, Glimpse glimpse, boolean mine) {}
