package openkitchen.demo;

import openkitchen.board.Archiving;
import openkitchen.board.Attachments;
import openkitchen.board.Cards;
import openkitchen.board.Checklists;
import openkitchen.board.Columns;
import openkitchen.board.Labels;
import openkitchen.board.Marking;
import openkitchen.board.Moving;
import openkitchen.board.Starting;
import openkitchen.board.Writing;
import openkitchen.history.History;
import openkitchen.material.Approvals;
import openkitchen.material.Launches;
import openkitchen.material.Materials;
import openkitchen.material.Pins;
import openkitchen.material.Versions;
import openkitchen.project.Knowledge;
import openkitchen.project.Projects;
import openkitchen.project.Team;
import openkitchen.store.Files;
import openkitchen.talk.Decisions;
import openkitchen.talk.Questions;
import openkitchen.talk.Remarks;
import openkitchen.talk.Speaking;
import openkitchen.talk.Triage;
import org.springframework.stereotype.Component;

/** The rooms that a story is played in. */
@Component
record Rooms(
        History history,
        Projects projects,
        Team team,
        Knowledge knowledge,
        Starting starting,
        Columns columns,
        Labels labels,
        Cards cards,
        Writing writing,
        Marking marking,
        Moving moving,
        Checklists checklists,
        Attachments attachments,
        Archiving archiving,
        Speaking speaking,
        Questions questions,
        Triage triage,
        Remarks remarks,
        Decisions decisions,
        Materials materials,
        Versions versions,
        Approvals approvals,
        Pins pins,
        Launches launches,
        Files files) {}
