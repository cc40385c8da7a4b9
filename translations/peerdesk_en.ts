<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>SignInPage</name>
    <message numerus="yes">
        <source>Let Peerdesk act for %n network(s)?</source>
        <translation>
            <numerusform>Let Peerdesk act for %n network?</numerusform>
            <numerusform>Let Peerdesk act for %n networks?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::BatchPane</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n row(s) despite the warning</source>
        <translation>
            <numerusform>Send %n row despite the warning</numerusform>
            <numerusform>Send %n rows despite the warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) as proof</source>
        <translation>
            <numerusform>%n key as proof</numerusform>
            <numerusform>%n keys as proof</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::CandidatesBinding</name>
    <message numerus="yes">
        <source>%n session(s) marked as existing, from %1</source>
        <translation>
            <numerusform>%n session marked as existing, from %1</numerusform>
            <numerusform>%n sessions marked as existing, from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) read from %1.</source>
        <translation>
            <numerusform>%Ln row read from %1.</numerusform>
            <numerusform>%Ln rows read from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln malformed row(s) skipped: %1.</source>
        <translation>
            <numerusform>%Ln malformed row skipped: %1.</numerusform>
            <numerusform>%Ln malformed rows skipped: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::CandidatesPage</name>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n location(s)</source>
        <translation>
            <numerusform>%n location</numerusform>
            <numerusform>%n locations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft %n Session(s)</source>
        <translation>
            <numerusform>Draft %n Session</numerusform>
            <numerusform>Draft %n Sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At %n exchanges</source>
        <translation>
            <numerusform>At %n exchange</numerusform>
            <numerusform>At %n exchanges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::Desk</name>
    <message numerus="yes">
        <source>%n requests in flight</source>
        <translation>
            <numerusform>%n request in flight</numerusform>
            <numerusform>%n requests in flight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::DraftList</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::DraftsPage</name>
    <message numerus="yes">
        <source>Send %n Session(s)</source>
        <translation>
            <numerusform>Send %n Session</numerusform>
            <numerusform>Send %n Sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n row(s)</source>
        <translation>
            <numerusform>Removed %n row</numerusform>
            <numerusform>Removed %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n session(s) to %1</source>
        <translation>
            <numerusform>Sending %n session to %1</numerusform>
            <numerusform>Sending %n sessions to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::Evidence</name>
    <message numerus="yes">
        <source>Has %n session(s) with us already</source>
        <translation>
            <numerusform>Has %n session with us already</numerusform>
            <numerusform>Has %n sessions with us already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier request(s): %1 sessions approved, %2 rejected</source>
        <translation>
            <numerusform>%n earlier request: %1 sessions approved, %2 rejected</numerusform>
            <numerusform>%n earlier requests: %1 sessions approved, %2 rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::InboundPage</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Why are %n session(s) of %1 rejected?</source>
        <translation>
            <numerusform>Why is %n session of %1 rejected?</numerusform>
            <numerusform>Why are %n sessions of %1 rejected?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Why are %n session(s) of %1 taken down?</source>
        <translation>
            <numerusform>Why is %n session of %1 taken down?</numerusform>
            <numerusform>Why are %n sessions of %1 taken down?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is established: its traffic leaves at once.</source>
        <translation>
            <numerusform>%n is established: its traffic leaves at once.</numerusform>
            <numerusform>%n are established: their traffic leaves at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::InboundRow</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approving %n session(s) of %1</source>
        <translation>
            <numerusform>Approving %n session of %1</numerusform>
            <numerusform>Approving %n sessions of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejecting %n session(s) of %1</source>
        <translation>
            <numerusform>Rejecting %n session of %1</numerusform>
            <numerusform>Rejecting %n sessions of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holding %n session(s) of %1</source>
        <translation>
            <numerusform>Holding %n session of %1</numerusform>
            <numerusform>Holding %n sessions of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyAnswer</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyMail</name>
    <message numerus="yes">
        <source>Key %1 expires within %n day(s)</source>
        <translation>
            <numerusform>Key %1 expires within %n day</numerusform>
            <numerusform>Key %1 expires within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  and %n more</source>
        <translation>
            <numerusform>  and %n more</numerusform>
            <numerusform>  and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyRow</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::KeysPage</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::LetterPdf</name>
    <message numerus="yes">
        <source>%n prefix(es)</source>
        <translation>
            <numerusform>%n prefix</numerusform>
            <numerusform>%n prefixes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::MapClusters</name>
    <message numerus="yes">
        <source>%n session(s) missing</source>
        <translation>
            <numerusform>%n session missing</numerusform>
            <numerusform>%n sessions missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) drafted or asked for</source>
        <translation>
            <numerusform>%n session drafted or asked for</numerusform>
            <numerusform>%n sessions drafted or asked for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::NetworkContent</name>
    <message numerus="yes">
        <source>%n pairs of ports</source>
        <translation>
            <numerusform>%n pair of ports</numerusform>
            <numerusform>%n pairs of ports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::PolicyPage</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::RegistryPage</name>
    <message numerus="yes">
        <source>%n route object(s)</source>
        <translation>
            <numerusform>%n route object</numerusform>
            <numerusform>%n route objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::RelativeTime</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::RenewSheet</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::ReportSummary</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s): %1</source>
        <translation>
            <numerusform>%n session: %1</numerusform>
            <numerusform>%n sessions: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::Reports</name>
    <message numerus="yes">
        <source>%n session(s): %1</source>
        <translation>
            <numerusform>%n session: %1</numerusform>
            <numerusform>%n sessions: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::ReportsPage</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::RequestDetail</name>
    <message numerus="yes">
        <source>%n session(s): %1</source>
        <translation>
            <numerusform>%n session: %1</numerusform>
            <numerusform>%n sessions: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::RequestRow</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::RequestsPage</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Declining %n offered session(s) of %1</source>
        <translation>
            <numerusform>Declining %n offered session of %1</numerusform>
            <numerusform>Declining %n offered sessions of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Withdrawing %n session(s) from %1</source>
        <translation>
            <numerusform>Withdrawing %n session from %1</numerusform>
            <numerusform>Withdrawing %n sessions from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take down %n established session(s) with %1?</source>
        <translation>
            <numerusform>Take down %n established session with %1?</numerusform>
            <numerusform>Take down %n established sessions with %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::SessionDeeds</name>
    <message numerus="yes">
        <source>%n session(s) written to %1, with their secrets, for this user only.</source>
        <translation>
            <numerusform>%n session written to %1, with its secret, for this user only.</numerusform>
            <numerusform>%n sessions written to %1, with their secrets, for this user only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::Sheet</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::TablePage</name>
    <message numerus="yes">
        <source>All %n rows are hidden.</source>
        <translation>
            <numerusform>The only row is hidden.</numerusform>
            <numerusform>All %n rows are hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::TrialPane</name>
    <message numerus="yes">
        <source>in the last %n week(s)</source>
        <translation>
            <numerusform>in the last %n week</numerusform>
            <numerusform>in the last %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n session(s) asked for %1, it approves %2, rejects %3 and leaves %4 to a person.</source>
        <translation>
            <numerusform>Of %n session asked for %1, it approves %2, rejects %3 and leaves %4 to a person.</numerusform>
            <numerusform>Of %n sessions asked for %1, it approves %2, rejects %3 and leaves %4 to a person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be judged otherwise than by the policy in force:</source>
        <translation>
            <numerusform>%n would be judged otherwise than by the policy in force:</numerusform>
            <numerusform>%n would be judged otherwise than by the policy in force:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::UndoBar</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::UnplacedList</name>
    <message numerus="yes">
        <source>%n without a position</source>
        <translation>
            <numerusform>%n without a position</numerusform>
            <numerusform>%n without a position</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdeskctl</name>
    <message numerus="yes">
        <source>%n exchange(s) shared, %1 with operational ports on both sides</source>
        <translation>
            <numerusform>%n exchange shared, %1 with operational ports on both sides</numerusform>
            <numerusform>%n exchanges shared, %1 with operational ports on both sides</numerusform>
        </translation>
    </message>
</context>
</TS>
