<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Adoption</name>
    <message>
        <location filename="../src/workflow/requests/adoption.cpp" line="+186"/>
        <source>%1 lists more sessions for this request than it offered at first</source>
        <translation>%1 führt zu dieser Anfrage mehr Sessions auf, als zuerst angeboten wurden</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <location filename="../src/storage/backup.cpp" line="+31"/>
        <source>%1 is backed up at its server, with pg_dump</source>
        <translation>%1 wird auf dem Server gesichert, mit pg_dump</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>backing up to %1</source>
        <translation>Sichern nach %1</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 is damaged, or no database of Peerdesk&apos;s</source>
        <translation>%1 ist beschädigt oder keine Datenbank von Peerdesk</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 is not the key that %2 was sealed with</source>
        <translation>%1 ist nicht der Schlüssel, mit dem %2 versiegelt wurde</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>A program still uses %1: stop the daemon and close the desks first</source>
        <translation>Ein Programm benutzt %1 noch: zuerst den Daemon anhalten und die Arbeitsplätze schließen</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 exists already</source>
        <translation>%1 gibt es schon</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>%1 cannot be moved aside</source>
        <translation>%1 lässt sich nicht beiseitelegen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 cannot be put in place</source>
        <translation>%1 lässt sich nicht an seinen Platz bringen</translation>
    </message>
</context>
<context>
    <name>BackupCommand</name>
    <message>
        <location filename="../app/daemon/backupcommand.cpp" line="+27"/>
        <source>Copies the SQLite database into a new file, or puts such a copy back.</source>
        <translation>Kopiert die SQLite-Datenbank in eine neue Datei oder spielt eine solche Kopie zurück.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The configuration file.</source>
        <translation>Die Konfigurationsdatei.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>backup or restore</source>
        <translation>backup oder restore</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the copy</source>
        <translation>die Kopie</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The key of its secrets is not in it. Keep a copy of it apart: %1</source>
        <translation>Der Schlüssel ihrer Geheimnisse ist nicht darin. Davon gesondert eine Kopie aufbewahren: %1</translation>
    </message>
</context>
<context>
    <name>BaseUrl</name>
    <message>
        <location filename="../src/peeringapi/baseurl.cpp" line="+22"/>
        <source>An endpoint is named by an https URL</source>
        <translation>Einen Endpunkt benennt eine https-URL</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>An endpoint&apos;s URL has no user name, no query and no fragment</source>
        <translation>Die URL eines Endpunkts hat keinen Benutzernamen, keine Abfrage und kein Fragment</translation>
    </message>
</context>
<context>
    <name>BatchLine</name>
    <message>
        <location filename="../ui/drafts/batchline.cpp" line="+42"/>
        <source>We are %1 at this session, they are %2</source>
        <translation>In dieser Session sind wir %1, die Gegenseite ist %2</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Sent anyway: %1</source>
        <translation>Trotzdem gesendet: %1</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>a secret is set</source>
        <translation>ein Geheimnis ist gesetzt</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Empty, not sent</source>
        <translation>Leer, wird nicht gesendet</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>They said: %1</source>
        <translation>Die Gegenseite sagt: %1</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Ready, warning overridden</source>
        <translation>Bereit, Warnung übergangen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Row %1, %2, %3 to %4: %5</source>
        <translation>Zeile %1, %2, %3 zu %4: %5</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>Exchange</source>
        <translation>Internetknoten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Our address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Their address</source>
        <translation>Peer-Adresse</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Our role</source>
        <translation>Eigene Rolle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
</context>
<context>
    <name>BrowserSignIn</name>
    <message>
        <location filename="../src/endpoint/oauth/browsersignin.cpp" line="+52"/>
        <source>Not this sign-in</source>
        <translation>Nicht diese Anmeldung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This page belongs to no sign-in of this browser, or it took too long. Start again in Peerdesk.</source>
        <translation>Diese Seite gehört zu keiner Anmeldung dieses Browsers, oder es hat zu lange gedauert. Bitte in Peerdesk neu beginnen.</translation>
    </message>
    <message>
        <location line="+82"/>
        <source>Not a sign-in of Peerdesk</source>
        <translation>Keine Anmeldung von Peerdesk</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The program that opened this page is not known here, or waits for the answer somewhere else than on this computer.</source>
        <translation>Das Programm, das diese Seite geöffnet hat, ist hier nicht bekannt oder erwartet die Antwort anderswo als auf diesem Rechner.</translation>
    </message>
    <message>
        <location line="+148"/>
        <source>No sign-in</source>
        <translation>Keine Anmeldung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The endpoint has a problem of its own.</source>
        <translation>Der Endpunkt hat selbst ein Problem.</translation>
    </message>
</context>
<context>
    <name>ClientCodec</name>
    <message>
        <location filename="../src/peeringapi/clientcodec.cpp" line="+303"/>
        <source>The answer names neither sessions nor errors nor a request</source>
        <translation>Die Antwort nennt weder Sessions noch Fehler noch eine Anfrage</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The answer has no list of locations</source>
        <translation>Die Antwort enthält keine Liste von Orten</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The answer has no list of sessions</source>
        <translation>Die Antwort enthält keine Liste von Sessions</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The answer is not a session between the two networks</source>
        <translation>Die Antwort ist keine Session zwischen den beiden Netzen</translation>
    </message>
</context>
<context>
    <name>CredentialCommand</name>
    <message>
        <location filename="../app/daemon/credentialcommand.cpp" line="+40"/>
        <source>revoked %1</source>
        <translation>widerrufen %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>expired %1</source>
        <translation>abgelaufen %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>never used</source>
        <translation>nie benutzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>last used %1</source>
        <translation>zuletzt benutzt %1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>checks keys</source>
        <translation>prüft Schlüssel</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>gets keys</source>
        <translation>bezieht Schlüssel</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Credentials for programs of other networks: issue, list, revoke ID.</source>
        <translation>Zugangsdaten für Programme anderer Netze: issue, list, revoke ID.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The configuration file.</source>
        <translation>Die Konfigurationsdatei.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>issue: the network that the program speaks for.</source>
        <translation>issue: das Netz, für das das Programm spricht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>issue: what the program is called here.</source>
        <translation>issue: wie das Programm hier heißt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>issue: how long it holds; 0 for ever. The default is 365.</source>
        <translation>issue: Gültigkeit in Tagen; 0 für unbegrenzt. Vorgabe ist 365.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>issue: it may look and not ask.</source>
        <translation>issue: darf lesen, aber nicht anfragen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>issue: it checks keys of the registry, and asks nothing else.</source>
        <translation>issue: prüft Schlüssel der Registry und fragt sonst nichts.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>issue: it gets keys for the holders of its network&apos;s resources.</source>
        <translation>issue: bezieht Schlüssel für die Inhaber der Ressourcen seines Netzes.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>issue, list or revoke</source>
        <translation>issue, list oder revoke</translation>
    </message>
    <message>
        <location line="+47"/>
        <source>issue needs --asn and --name, and --days a number.</source>
        <translation>issue braucht --asn und --name und für --days eine Zahl.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>This is shown once. It is presented as &quot;Authorization: Bearer ...&quot;.</source>
        <translation>Dies wird nur einmal angezeigt. Vorgelegt wird es als „Authorization: Bearer …“.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is not accepted before access.machine_credentials is true in the configuration.</source>
        <translation>Es gilt erst, wenn access.machine_credentials in der Konfiguration true ist.</translation>
    </message>
    <message>
        <location line="-87"/>
        <source>reads</source>
        <translation>liest</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>reads and asks</source>
        <translation>liest und fragt an</translation>
    </message>
    <message>
        <location line="+112"/>
        <source>There is no such credential that holds.</source>
        <translation>Solche gültigen Zugangsdaten gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <location filename="../src/storage/database.cpp" line="+48"/>
        <source>%1 is not the key this database was sealed with</source>
        <translation>%1 ist nicht der Schlüssel, mit dem diese Datenbank versiegelt wurde</translation>
    </message>
</context>
<context>
    <name>DatabaseAddress</name>
    <message>
        <location filename="../src/storage/databaseaddress.cpp" line="+33"/>
        <source>This is not the address of a PostgreSQL database: %1</source>
        <translation>Dies ist nicht die Adresse einer PostgreSQL-Datenbank: %1</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>A password does not belong into the address of the database: put it into a file that &quot;passfile&quot; or PGPASSFILE names</source>
        <translation>Ein Passwort gehört nicht in die Adresse der Datenbank, sondern in eine Datei, die „passfile“ oder PGPASSFILE nennt</translation>
    </message>
</context>
<context>
    <name>DatabaseWorker</name>
    <message>
        <location filename="../src/storage/databaseworker.cpp" line="+249"/>
        <source>The database server went away while a change was being committed. It may have been made.</source>
        <translation>Die Verbindung zum Datenbankserver brach ab, während eine Änderung festgeschrieben wurde. Die Änderung ist möglicherweise erfolgt.</translation>
    </message>
</context>
<context>
    <name>Discovery</name>
    <message>
        <location filename="../src/auth/discovery.cpp" line="+47"/>
        <source>%1 is not a JSON object</source>
        <translation>%1 ist kein JSON-Objekt</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The metadata is of another endpoint: %1</source>
        <translation>Die Metadaten gehören zu einem anderen Endpunkt: %1</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>This endpoint lets nobody sign in; ask its people for a token.</source>
        <translation>An diesem Endpunkt kann sich niemand anmelden; seine Betreiber um ein Token bitten.</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The metadata is of another server: %1</source>
        <translation>Die Metadaten gehören zu einem anderen Server: %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The endpoint sends to another host to sign in.</source>
        <translation>Der Endpunkt verweist für die Anmeldung an einen anderen Host.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The endpoint&apos;s sign-in does not protect its codes (PKCE).</source>
        <translation>Die Anmeldung des Endpunkts schützt ihre Codes nicht (PKCE).</translation>
    </message>
</context>
<context>
    <name>DraftReview</name>
    <message>
        <location filename="../src/workflow/drafts/draftreview.cpp" line="+72"/>
        <source>No exchange is called “%1”.</source>
        <translation>Kein Internetknoten heißt „%1“.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Several exchanges match “%1”: type the number, such as %2.</source>
        <translation>Mehrere Internetknoten passen zu „%1“: die Nummer eingeben, etwa %2.</translation>
    </message>
    <message>
        <location line="+78"/>
        <source>“%1” is no role: peer, customer, provider, rs or rs-client.</source>
        <translation>„%1“ ist keine Rolle: peer, customer, provider, rs oder rs-client.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>“%1” is no IP address.</source>
        <translation>„%1“ ist keine IP-Adresse.</translation>
    </message>
</context>
<context>
    <name>DraftRows</name>
    <message>
        <location filename="../src/workflow/drafts/draftrows.cpp" line="+42"/>
        <source>“%1” is no AS number</source>
        <translation>„%1“ ist keine AS-Nummer</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>No column is called “own_ip” or “other_ip”</source>
        <translation>Keine Spalte heißt „own_ip“ oder „other_ip“</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>This is no JSON: %1 at byte %2</source>
        <translation>Das ist kein JSON: %1 bei Byte %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>There is no list of sessions in it</source>
        <translation>Es steht keine Liste von Sessions darin</translation>
    </message>
</context>
<context>
    <name>DraftStore</name>
    <message>
        <location filename="../src/storage/draftstore.cpp" line="+87"/>
        <source>The draft was changed elsewhere at %1</source>
        <translation>Der Entwurf wurde anderswo geändert (%1)</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <location filename="../src/workflow/drafts/drafts.cpp" line="+31"/>
        <source>The draft or its row is not there any more</source>
        <translation>Den Entwurf oder seine Zeile gibt es nicht mehr</translation>
    </message>
</context>
<context>
    <name>EndpointAccess</name>
    <message>
        <location filename="../src/workflow/requests/endpointaccess.cpp" line="+29"/>
        <location filename="../src/workflow/requests/poller.cpp" line="+164"/>
        <location filename="../src/workflow/requests/sending.cpp" line="+27"/>
        <source>No endpoint of %1 is known</source>
        <translation>Es ist kein Endpunkt von %1 bekannt</translation>
    </message>
</context>
<context>
    <name>Envelope</name>
    <message>
        <location filename="../src/storage/envelope.cpp" line="+42"/>
        <source>A stored secret cannot be read</source>
        <translation>Ein gespeichertes Geheimnis lässt sich nicht lesen</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>The key of the stored secrets is missing: %1</source>
        <translation>Der Schlüssel der gespeicherten Geheimnisse fehlt: %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 holds no key</source>
        <translation>%1 enthält keinen Schlüssel</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>There is no key here to seal a secret with</source>
        <translation>Es gibt hier keinen Schlüssel, um ein Geheimnis zu versiegeln</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <location filename="../src/workflow/errortext.cpp" line="+20"/>
        <source>%1 did not accept the input.</source>
        <translation>%1 hat die Eingabe nicht angenommen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 does not know this, or does not show it to this network.</source>
        <translation>%1 kennt dies nicht oder zeigt es diesem Netz nicht.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 reports a conflict: it exists already or was changed meanwhile.</source>
        <translation>%1 meldet einen Konflikt: Es gibt dies schon, oder es wurde inzwischen geändert.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 does not accept the sign-in: it is missing, expired or refused.</source>
        <translation>%1 erkennt die Anmeldung nicht an: Sie fehlt, ist abgelaufen oder wurde zurückgewiesen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 knows who asks, but does not permit it.</source>
        <translation>%1 weiß, wer anfragt, erlaubt es aber nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 asks to be contacted by a person.</source>
        <translation>%1 bittet darum, dass sich ein Mensch meldet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 asks for fewer requests.</source>
        <translation>%1 bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 cannot be reached; nothing was sent.</source>
        <translation>%1 ist nicht erreichbar; nichts wurde gesendet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 did not answer in time; whether it acted is not known.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet; ob es gewirkt hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 cannot serve at the moment.</source>
        <translation>%1 steht derzeit nicht zur Verfügung.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 gave an answer that cannot be understood.</source>
        <translation>%1 gab eine Antwort, die sich nicht verstehen lässt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 cannot be used at the moment.</source>
        <translation>%1 lässt sich derzeit nicht benutzen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 could not be read or written on this machine.</source>
        <translation>%1 konnte auf diesem Rechner nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: Peerdesk itself refused this.</source>
        <translation>%1: Peerdesk selbst hat dies verweigert.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: the work was cancelled.</source>
        <translation>%1: Der Vorgang wurde abgebrochen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: a fault of Peerdesk itself.</source>
        <translation>%1: ein Fehler in Peerdesk selbst.</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Correct the marked fields and try again.</source>
        <translation>Die markierten Felder berichtigen und erneut versuchen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Look at the present state before trying again.</source>
        <translation>Vor einem neuen Versuch den jetzigen Stand ansehen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sign in again.</source>
        <translation>Bitte neu anmelden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ask its contact, or sign in as someone who may.</source>
        <translation>Den Kontakt fragen oder als jemand anmelden, der es darf.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Write to its contact.</source>
        <translation>Den Kontakt anschreiben.</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+7"/>
        <source>It will be tried again.</source>
        <translation>Es wird erneut versucht.</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>Its state is looked up before anything is sent again.</source>
        <translation>Ehe erneut gesendet wird, wird der Stand nachgesehen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Tell its contact.</source>
        <translation>Dem Kontakt Bescheid geben.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Check the free space and the rights of the file.</source>
        <translation>Freien Speicherplatz und Rechte der Datei prüfen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Restart Peerdesk and report what happened.</source>
        <translation>Peerdesk neu starten und melden, was geschehen ist.</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Sign In Again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Retry in %1 s</source>
        <translation>Erneut in %1 s</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>This AS number is reserved; no session can be with it.</source>
        <translation>Diese AS-Nummer ist reserviert; mit ihr kann es keine Session geben.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Both ends are the same network.</source>
        <translation>Beide Enden sind dasselbe Netz.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>An address is missing or is none.</source>
        <translation>Eine Adresse fehlt oder ist keine.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No session can end at this address.</source>
        <translation>An dieser Adresse kann keine Session enden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>One address is IPv4, the other IPv6.</source>
        <translation>Eine Adresse ist IPv4, die andere IPv6.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Both ends have the same address.</source>
        <translation>Beide Enden haben dieselbe Adresse.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The exchange is missing or is none.</source>
        <translation>Der Internetknoten fehlt oder ist keiner.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The mirror does not know this exchange.</source>
        <translation>Der Spiegel kennt diesen Internetknoten nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The address is in no peering LAN of this exchange.</source>
        <translation>Die Adresse liegt in keinem Peering-LAN dieses Internetknotens.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The addresses are on different LANs of this exchange.</source>
        <translation>Die Adressen liegen in verschiedenen LANs dieses Internetknotens.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is the network or broadcast address of the LAN.</source>
        <translation>Dies ist die Netz- oder Broadcast-Adresse des LANs.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>PeeringDB registers this address to another network.</source>
        <translation>In PeeringDB ist diese Adresse für ein anderes Netz eingetragen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>PeeringDB does not register this address at this exchange.</source>
        <translation>In PeeringDB ist diese Adresse an diesem Internetknoten nicht eingetragen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The same session stands in this batch twice.</source>
        <translation>Dieselbe Session steht zweimal in diesem Entwurf.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>An open request already asks for this session.</source>
        <translation>Eine offene Anfrage gilt schon dieser Session.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This session exists already.</source>
        <translation>Diese Session gibt es schon.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The session secret is longer than routers take (80 bytes).</source>
        <translation>Das Session-Geheimnis ist länger, als Router es annehmen (80 Byte).</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The session secret may hold printable ASCII without blanks only.</source>
        <translation>Das Session-Geheimnis darf nur druckbares ASCII ohne Leerzeichen enthalten.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The BGP roles of the two ends do not go together (RFC 9234).</source>
        <translation>Die BGP-Rollen der beiden Enden passen nicht zusammen (RFC 9234).</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Both ends are said to monitor only.</source>
        <translation>Beide Enden sollen nur beobachten.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only a route server may leave its AS number out of the path.</source>
        <translation>Nur ein Route-Server darf seine AS-Nummer aus dem Pfad weglassen.</translation>
    </message>
    <message>
        <location line="-77"/>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>ExistingImport</name>
    <message>
        <location filename="../src/workflow/candidates/existingimport.cpp" line="+63"/>
        <source>&quot;%1&quot; is no AS number</source>
        <translation>„%1“ ist keine AS-Nummer</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>one address is IPv4, the other IPv6</source>
        <translation>eine Adresse ist IPv4, die andere IPv6</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Nothing was imported from %1</source>
        <translation>Aus %1 wurde nichts importiert</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>&quot;%1&quot; is no IP address</source>
        <translation>„%1“ ist keine IP-Adresse</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>&quot;%1&quot; is no location such as pdb:ix:42</source>
        <translation>„%1“ ist kein Ort wie etwa pdb:ix:42</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>no location is given, and the directory does not know our address</source>
        <translation>kein Ort ist angegeben, und das Verzeichnis kennt die eigene Adresse nicht</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>more cells than the first line names</source>
        <translation>mehr Zellen, als die erste Zeile benennt</translation>
    </message>
</context>
<context>
    <name>HoldersCommand</name>
    <message>
        <location filename="../app/daemon/holderscommand.cpp" line="+31"/>
        <source>Lists of resource holders that wait for a person, because they would drop too much: waiting, accept HASH.</source>
        <translation>Listen von Ressourceninhabern, die auf einen Menschen warten, weil durch sie zu viel entfiele: waiting, accept HASH.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The configuration file.</source>
        <translation>Die Konfigurationsdatei.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>waiting or accept</source>
        <translation>waiting oder accept</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>drops %1 holders and %2 keys</source>
        <translation>es entfallen Inhaber: %1, Schlüssel: %2</translation>
    </message>
</context>
<context>
    <name>Inbound</name>
    <message>
        <location filename="../src/workflow/inbound/inbound.cpp" line="+68"/>
        <source>We asked for this session ourselves</source>
        <translation>Diese Session wurde von uns selbst angefragt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The session is decided already</source>
        <translation>Über die Session ist schon entschieden</translation>
    </message>
</context>
<context>
    <name>Irr</name>
    <message>
        <location filename="../src/irr/ownattributes.cpp" line="+20"/>
        <source>This holds a secret key; only the registry names a key, by its reference</source>
        <translation>Darin steht ein geheimer Schlüssel; nur die Registry nennt einen Schlüssel, mit seiner Referenz</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>this registry is %1</source>
        <translation>diese Registry ist %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 is not the name of one maintainer</source>
        <translation>%1 ist nicht der Name eines einzelnen Maintainers</translation>
    </message>
    <message>
        <location filename="../src/irr/ownattributes.h" line="+23"/>
        <source>The object holds values that are none</source>
        <translation>Das Objekt enthält Werte, die keine sind</translation>
    </message>
    <message>
        <location filename="../src/irr/routeobject.cpp" line="+26"/>
        <source>%1 prefixes stand in %2 objects</source>
        <translation>%1-Prefixe stehen in %2-Objekten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 has host bits</source>
        <translation>in %1 sind Host-Bits gesetzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 is no prefix</source>
        <translation>%1 ist kein Prefix</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 is no AS number, such as AS64500</source>
        <translation>%1 ist keine AS-Nummer wie AS64500</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 is no part of %2</source>
        <translation>%1 ist kein Teil von %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 is no route-set&apos;s name</source>
        <translation>%1 ist nicht der Name eines route-set</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The object is no route and no route6</source>
        <translation>Das Objekt ist weder route noch route6</translation>
    </message>
    <message>
        <location filename="../src/irr/routedesk.cpp" line="+98"/>
        <source>Names that begin with %1 are not yours to give</source>
        <translation>Namen, die mit %1 beginnen, stehen anderen zu</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>begins with another&apos;s name</source>
        <translation>beginnt mit dem Namen von jemand anderem</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1 has no route object around %2</source>
        <translation>%1 hat kein Route-Objekt, das %2 umfasst</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>This is the object %1</source>
        <translation>Dies ist das Objekt %1</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>The object has just been changed, or its key has ended</source>
        <translation>Das Objekt wurde gerade geändert, oder sein Schlüssel hat geendet</translation>
    </message>
    <message>
        <location line="+31"/>
        <location filename="../src/irr/routeregistry.cpp" line="+17"/>
        <source>There is no such route object</source>
        <translation>Ein solches Route-Objekt gibt es nicht</translation>
    </message>
    <message>
        <location line="+70"/>
        <source>Nobody vouches for %1: there can be no key for it</source>
        <translation>Für %1 bürgt niemand: Einen Schlüssel dafür kann es nicht geben</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 needs a key from %2</source>
        <translation>%1 braucht einen Schlüssel von %2</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The key is %1</source>
        <translation>Der Status des Schlüssels ist %1</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The key is from %1, but the addresses are of %2</source>
        <translation>Der Schlüssel ist von %1, die Adressen sind aber von %2</translation>
    </message>
    <message>
        <location line="-264"/>
        <source>%1 is not yours to act for</source>
        <translation>Für %1 darf diese Anmeldung nicht handeln</translation>
    </message>
    <message>
        <location line="-25"/>
        <source>The key has just ended</source>
        <translation>Der Schlüssel hat gerade geendet</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>is another network&apos;s</source>
        <translation>gehört einem anderen Netz</translation>
    </message>
    <message>
        <location filename="../src/irr/routeregistry.cpp" line="+20"/>
        <source>There is a route object %1 already</source>
        <translation>Ein Route-Objekt %1 gibt es schon</translation>
    </message>
    <message>
        <location line="+87"/>
        <source>%1 is maintained by %2</source>
        <translation>%1 wird von %2 gepflegt</translation>
    </message>
    <message>
        <location filename="../src/irr/routedesk.cpp" line="+218"/>
        <location filename="../src/irr/routeregistry.cpp" line="+15"/>
        <source>There is no set %1</source>
        <translation>Ein Set %1 gibt es nicht</translation>
    </message>
    <message>
        <location filename="../src/irr/rpslreader.cpp" line="+45"/>
        <source>The object has %1 bytes; %2 are allowed</source>
        <translation>Das Objekt hat %1 Byte; erlaubt sind %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The object is not UTF-8</source>
        <translation>Das Objekt ist nicht in UTF-8 kodiert</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>There is no object in the text</source>
        <translation>Im Text steht kein Objekt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The object cannot be read</source>
        <translation>Das Objekt lässt sich nicht lesen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>longer than %1 characters</source>
        <translation>länger als %1 Zeichen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>holds a character that cannot be printed</source>
        <translation>enthält ein nicht druckbares Zeichen</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>begins a second object</source>
        <translation>beginnt ein zweites Objekt</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>has no colon after the attribute&apos;s name</source>
        <translation>hat nach dem Namen des Attributs keinen Doppelpunkt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>does not begin with an attribute&apos;s name</source>
        <translation>beginnt nicht mit dem Namen eines Attributs</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>is one attribute more than the %1 allowed</source>
        <translation>ist ein Attribut mehr als die %1 erlaubten</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>continues an attribute, but there is none yet</source>
        <translation>setzt ein Attribut fort, aber es gibt noch keines</translation>
    </message>
    <message>
        <location filename="../src/irr/rpsltemplate.cpp" line="+113"/>
        <source>%1 is no attribute of a %2 object</source>
        <translation>%1 ist kein Attribut eines %2-Objekts</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 stands there a second time</source>
        <translation>%1 steht dort ein zweites Mal</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The object does not follow its template</source>
        <translation>Das Objekt entspricht nicht seiner Vorlage</translation>
    </message>
    <message>
        <location filename="../src/irr/setobject.cpp" line="+32"/>
        <source>The object is no as-set and no route-set</source>
        <translation>Das Objekt ist weder as-set noch route-set</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 is no name of a set</source>
        <translation>%1 ist nicht der Name eines Sets</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 may not be a member</source>
        <translation>%1 darf kein Mitglied sein</translation>
    </message>
    <message>
        <location filename="../src/irr/fallenmail.cpp" line="+18"/>
        <source>has expired</source>
        <translation>ist abgelaufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>was revoked by the holder of the addresses</source>
        <translation>wurde vom Inhaber der Adressen widerrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>was withdrawn by its issuer</source>
        <translation>wurde von seinem Aussteller entzogen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>cannot be confirmed: its issuer has not answered for too long</source>
        <translation>lässt sich nicht bestätigen, weil sein Aussteller zu lange nicht geantwortet hat</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>has ended</source>
        <translation>ist zu Ende</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>They come back by themselves when the issuer answers again.</source>
        <translation>Sie kommen von selbst wieder, wenn der Aussteller wieder antwortet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>They have been deleted. New ones can be made with a new key.</source>
        <translation>Sie sind gelöscht. Mit einem neuen Schlüssel lassen sich neue anlegen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>They are deleted on %1, unless they are given another key.</source>
        <translation>Sie werden am %1 gelöscht, wenn sie keinen anderen Schlüssel bekommen.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Route objects of %1 are gone: key %2</source>
        <translation>Route-Objekte von %1 sind verschwunden: Schlüssel %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The key %1 %2. Route objects that hang on it are in no answer any more, among them:</source>
        <translation>Der Schlüssel %1 %2. Route-Objekte, die daran hängen, stehen in keiner Antwort mehr, darunter:</translation>
    </message>
    <message>
        <location filename="../src/irr/trust.cpp" line="+80"/>
        <source>line %1 is none of delegated statistics</source>
        <translation>Zeile %1 gehört nicht in eine Vergabestatistik</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>it delegates nothing</source>
        <translation>darin ist nichts vergeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it has fewer records than its sums say: it was cut off</source>
        <translation>sie hat weniger Einträge, als ihre Summen sagen: Sie wurde abgeschnitten</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>No registry that is trusted here vouches for all of %1</source>
        <translation>Keine Registry, der hier vertraut wird, bürgt für ganz %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No registry that is trusted here vouches for %1</source>
        <translation>Keine Registry, der hier vertraut wird, bürgt für %1</translation>
    </message>
</context>
<context>
    <name>Maintenance</name>
    <message>
        <location filename="../src/workflow/maintenance/maintenance.cpp" line="+120"/>
        <source>Maintenance ends after it begins</source>
        <translation>Eine Wartung endet nach ihrem Beginn</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This maintenance would be over already</source>
        <translation>Diese Wartung wäre schon vorbei</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>This maintenance is over</source>
        <translation>Diese Wartung ist vorbei</translation>
    </message>
</context>
<context>
    <name>Migrator</name>
    <message>
        <location filename="../src/storage/migrator.cpp" line="+27"/>
        <source>preparing the database, %1</source>
        <translation>Vorbereiten der Datenbank, %1</translation>
    </message>
    <message>
        <location line="+84"/>
        <source>%1 was written by a newer Peerdesk (schema %2; this program knows %3)</source>
        <translation>%1 wurde von einem neueren Peerdesk geschrieben (Schema %2; dieses Programm kennt %3)</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>The database was made with another version of %1</source>
        <translation>Die Datenbank wurde mit einer anderen Fassung von %1 angelegt</translation>
    </message>
</context>
<context>
    <name>MirrorFill</name>
    <message>
        <location filename="../src/peeringdb/mirrorfill.cpp" line="+90"/>
        <source>%1: none of its %2 rows can be read; the last problem is: %3</source>
        <translation>%1: Keine der %2 Zeilen ist lesbar; das letzte Problem ist: %3</translation>
    </message>
    <message>
        <location line="+62"/>
        <source>%1 holds no %2-0.json</source>
        <translation>%1 enthält keine %2-0.json</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>%1 cannot be put in place</source>
        <translation>%1 kann nicht an seinen Platz gelegt werden</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>There is no folder %1</source>
        <translation>Einen Ordner %1 gibt es nicht</translation>
    </message>
</context>
<context>
    <name>PeeringApiWords</name>
    <message>
        <location filename="../src/peeringapi/peeringapiclient.cpp" line="+96"/>
        <source>The other side gave an id that cannot be asked for</source>
        <translation>Die Gegenseite vergab eine ID, nach der sich nicht fragen lässt</translation>
    </message>
    <message>
        <location line="+52"/>
        <location line="+4"/>
        <source>The list never ends</source>
        <translation>Die Liste endet nie</translation>
    </message>
    <message>
        <location line="+106"/>
        <source>The list does not have the session</source>
        <translation>Die Liste enthält die Session nicht</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The endpoint speaks the interface of 2023, which cannot take a session back</source>
        <translation>Der Endpunkt spricht die Schnittstelle von 2023, die keine Session zurückziehen kann</translation>
    </message>
</context>
<context>
    <name>PolicyStore</name>
    <message>
        <location filename="../src/storage/policystore.cpp" line="+53"/>
        <source>%1 changed the policy at %2</source>
        <translation>%1 hat die Policy geändert (%2)</translation>
    </message>
</context>
<context>
    <name>Poller</name>
    <message>
        <location filename="../src/workflow/requests/poller.cpp" line="-100"/>
        <source>The offer was not taken up in time</source>
        <translation>Das Angebot wurde nicht rechtzeitig angenommen</translation>
    </message>
    <message>
        <location line="+213"/>
        <source>%1 no longer has it</source>
        <translation>%1 führt sie nicht mehr</translation>
    </message>
</context>
<context>
    <name>PrivateFile</name>
    <message>
        <location filename="../src/storage/privatefile.cpp" line="+88"/>
        <source>%1 may be read by every user of this machine</source>
        <translation>%1 kann von jedem Benutzer dieses Rechners gelesen werden</translation>
    </message>
</context>
<context>
    <name>RegistryCommand</name>
    <message>
        <location filename="../app/daemon/registrycommand.cpp" line="+36"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>%1: last answered %2, journal read to %3</source>
        <translation>%1: letzte Antwort %2, Journal gelesen bis %3</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>    does not answer since %1: %2</source>
        <translation>    antwortet nicht seit %1: %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>    since %1, the keys of %2 objects are taken back and held for a look: &quot;release %3&quot; lets them fall</source>
        <translation>    seit %1 zurückgenommene Schlüssel, zur Durchsicht angehalten, Objekte: %2; „release %3“ lässt sie entfallen</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>is no registry&apos;s number</source>
        <translation>ist die Nummer keiner Registry</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Nothing of %1 is held</source>
        <translation>Von %1 ist nichts angehalten</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 objects</source>
        <translation>%1 Objekte</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>%1 routes would be taken as they are</source>
        <translation>So übernommen würden Routen: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 need a key from %2</source>
        <translation>Einen Schlüssel von %2 brauchen: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 are in space that nobody vouches for</source>
        <translation>In Adressraum, für den niemand bürgt: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 objects have faults, %2 are of other classes</source>
        <translation>Objekte mit Fehlern: %1, anderer Klassen: %2</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The registry of route objects: &quot;status&quot; of the issuers it trusts, &quot;release NUMBER&quot; lets fall as many objects as are held now for a look, because an issuer took back their keys, &quot;review FILE&quot; says what would be taken of a dump and stores nothing.</source>
        <translation>Die Registry der Route-Objekte: „status“ der Aussteller, denen sie vertraut; „release NUMBER“ lässt so viele Objekte entfallen, wie jetzt zur Durchsicht angehalten sind, weil ein Aussteller ihre Schlüssel zurücknahm; „review FILE“ sagt, was von einem Dump übernommen würde, und speichert nichts.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The configuration file.</source>
        <translation>Die Konfigurationsdatei.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>status, release or review</source>
        <translation>status, release oder review</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>a registry&apos;s number, or a file</source>
        <translation>die Nummer einer Registry oder eine Datei</translation>
    </message>
</context>
<context>
    <name>RequestStore</name>
    <message>
        <location filename="../src/storage/requeststore.cpp" line="+118"/>
        <source>The request was changed by somebody else</source>
        <translation>Die Anfrage wurde von jemand anderem geändert</translation>
    </message>
</context>
<context>
    <name>Requests</name>
    <message>
        <location filename="../src/workflow/requests/requests.cpp" line="+241"/>
        <source>A session that is %1 cannot be drafted again</source>
        <translation>Eine Session mit dem Status „%1“ kann nicht neu entworfen werden</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Only an offered session can be accepted</source>
        <translation>Nur eine angebotene Session kann angenommen werden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The offer has expired</source>
        <translation>Das Angebot ist abgelaufen</translation>
    </message>
</context>
<context>
    <name>Sender</name>
    <message>
        <location filename="../src/workflow/requests/poller.cpp" line="-225"/>
        <location filename="../src/workflow/requests/sender.cpp" line="+53"/>
        <source>%1&apos;s endpoint</source>
        <translation>Der Endpunkt von %1</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <location filename="../src/workflow/requests/redraft.cpp" line="+43"/>
        <location filename="../src/workflow/requests/sending.cpp" line="+111"/>
        <source>These sessions are not with one network</source>
        <translation>Diese Sessions gehören nicht zu einem einzigen Netz</translation>
    </message>
    <message>
        <location filename="../src/workflow/requests/requests.cpp" line="-64"/>
        <location filename="../src/workflow/requests/sending.cpp" line="-12"/>
        <source>What became of this session is known</source>
        <translation>Was aus dieser Session wurde, ist bekannt</translation>
    </message>
    <message>
        <location filename="../src/workflow/requests/sending.cpp" line="-43"/>
        <source>The draft was changed before it was sent</source>
        <translation>Der Entwurf wurde vor dem Senden geändert</translation>
    </message>
    <message>
        <location line="+60"/>
        <source>was not created, sent again</source>
        <translation>wurde nicht angelegt, erneut gesendet</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>A session that is %1 cannot be withdrawn</source>
        <translation>Eine Session mit dem Status „%1“ kann nicht zurückgezogen werden</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The other side has not named this session yet</source>
        <translation>Die Gegenseite hat diese Session noch nicht benannt</translation>
    </message>
</context>
<context>
    <name>SessionStore</name>
    <message>
        <location filename="../src/storage/sessionstore.cpp" line="+168"/>
        <source>%1 was first: %2 at %3</source>
        <translation>%1 war schneller: %2, %3</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <location filename="../src/endpoint/oauth/pages.cpp" line="+51"/>
        <source>Peerdesk, a program on this computer (%1), asks to act at %2 in the name of %3.</source>
        <translation>Peerdesk, ein Programm auf diesem Rechner (%1), möchte an %2 im Namen von %3 handeln.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It could see the BGP sessions of:</source>
        <translation>Es könnte die BGP-Sessions sehen von:</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It could ask for BGP sessions, see them and take them back, for:</source>
        <translation>Es könnte BGP-Sessions anfragen, sehen und zurückziehen, und zwar für:</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Refuse if this sign-in was not started in Peerdesk just now.</source>
        <translation>Verweigern, wenn diese Anmeldung nicht gerade eben in Peerdesk begonnen wurde.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Refuse</source>
        <translation>Verweigern</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Let Peerdesk act for %n network(s)?</source>
        <translation>
            <numerusform>Soll Peerdesk für %n Netz handeln dürfen?</numerusform>
            <numerusform>Soll Peerdesk für %n Netze handeln dürfen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SqlConnection</name>
    <message>
        <location filename="../src/storage/sqlconnection.cpp" line="+48"/>
        <source>Qt&apos;s driver for %1 is not installed</source>
        <translation>Der Qt-Treiber für %1 ist nicht installiert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>opening %1</source>
        <translation>Öffnen von %1</translation>
    </message>
</context>
<context>
    <name>SqlError</name>
    <message>
        <location filename="../src/storage/sqlerror.cpp" line="+59"/>
        <source>The database server cannot be reached</source>
        <translation>Der Datenbankserver ist nicht erreichbar</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The database server only lets read</source>
        <translation>Der Datenbankserver erlaubt nur Lesen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The database server refused the sign-in</source>
        <translation>Der Datenbankserver hat die Anmeldung zurückgewiesen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is no such database on the server</source>
        <translation>Auf dem Server gibt es keine solche Datenbank</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Another program was in the way</source>
        <translation>Ein anderes Programm kam dazwischen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The role at the database does not allow it</source>
        <translation>Die Rolle in der Datenbank erlaubt es nicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The database server is overloaded</source>
        <translation>Der Datenbankserver ist überlastet</translation>
    </message>
    <message>
        <location line="-31"/>
        <location line="+32"/>
        <source>The database is locked by another program</source>
        <translation>Die Datenbank ist durch ein anderes Programm gesperrt</translation>
    </message>
    <message>
        <location line="-30"/>
        <source>The database is read-only</source>
        <translation>Die Datenbank ist schreibgeschützt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The disk reported an error</source>
        <translation>Der Datenträger meldete einen Fehler</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The database file is damaged</source>
        <translation>Die Datenbankdatei ist beschädigt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The database file cannot be opened</source>
        <translation>Die Datenbankdatei lässt sich nicht öffnen</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The database server took too long</source>
        <translation>Der Datenbankserver brauchte zu lange</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The database server is stopping or starting</source>
        <translation>Der Datenbankserver hält gerade an oder startet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The database is damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <location line="-26"/>
        <location line="+21"/>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <location line="-17"/>
        <location line="+23"/>
        <source>The database refused a statement</source>
        <translation>Die Datenbank hat eine Anweisung verweigert</translation>
    </message>
</context>
<context>
    <name>SqliteConnection</name>
    <message>
        <location filename="../src/storage/sqliteconnection.cpp" line="+49"/>
        <source>Another program is preparing %1</source>
        <translation>Ein anderes Programm bereitet %1 vor</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing can be written beside %1: its folder is full, read-only or not ours</source>
        <translation>Neben %1 lässt sich nichts schreiben: Der Ordner ist voll, schreibgeschützt oder gehört jemand anderem</translation>
    </message>
    <message>
        <location line="+70"/>
        <source>backing up to %1</source>
        <translation>Sichern nach %1</translation>
    </message>
</context>
<context>
    <name>TomlTable</name>
    <message>
        <location filename="../src/base/tomltable.cpp" line="+136"/>
        <source>is not a known key</source>
        <translation>ist kein bekannter Schlüssel</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>must be a string</source>
        <translation>muss eine Zeichenkette sein</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>must be a whole number from %1 to %2</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>must be a list of strings</source>
        <translation>muss eine Liste von Zeichenketten sein</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>must be a list of whole numbers from %1 to %2</source>
        <translation>muss eine Liste ganzer Zahlen von %1 bis %2 sein</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <location filename="../app/desktop/main.cpp" line="+30"/>
        <source>The peering coordinator&apos;s desk.</source>
        <translation>Der Arbeitsplatz für Peering-Koordinatoren.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Keep database, mirror and settings in this folder.</source>
        <translation>Datenbank, Spiegel und Einstellungen in diesem Ordner halten.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>DIR</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Share this database: postgresql://USER@HOST/NAME, or a file.</source>
        <translation>Diese gemeinsame Datenbank benutzen: postgresql://BENUTZER@HOST/NAME oder eine Datei.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>DATABASE</source>
        <translation>DATENBANK</translation>
    </message>
</context>
<context>
    <name>peerdesk::AboutBox</name>
    <message>
        <location filename="../ui/shell/aboutbox.cpp" line="+14"/>
        <source>About Peerdesk</source>
        <translation>Über Peerdesk</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Peerdesk %1</source>
        <translation>Peerdesk %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The peering coordinator&apos;s desk. Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later), without any warranty.</source>
        <translation>Der Arbeitsplatz für Peering-Koordination. Freie Software unter der GNU General Public License, Version 3 oder später (GPL-3.0-or-later), ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Networks, exchanges and facilities: PeeringDB (www.peeringdb.com), under its acceptable use policy.</source>
        <translation>Netze, Internetknoten und Rechenzentren: PeeringDB (www.peeringdb.com), nach dessen Nutzungsregeln.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Positions of cities: GeoNames (www.geonames.org), CC BY 4.0.</source>
        <translation>Lage der Städte: GeoNames (www.geonames.org), CC BY 4.0.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Outline of the world: Natural Earth (www.naturalearthdata.com), public domain.</source>
        <translation>Umrisse der Welt: Natural Earth (www.naturalearthdata.com), gemeinfrei.</translation>
    </message>
</context>
<context>
    <name>peerdesk::Account</name>
    <message>
        <location filename="../src/workflow/account/account.cpp" line="+313"/>
        <source>The sign-in has expired.</source>
        <translation>Die Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nobody is signed in at %1: Settings, Endpoints.</source>
        <translation>An %1 ist niemand angemeldet: Einstellungen, Endpunkte.</translation>
    </message>
</context>
<context>
    <name>peerdesk::AddressRange</name>
    <message>
        <location filename="../src/rak/addressrange.cpp" line="+42"/>
        <source>%1 has host bits set; its block is %2.</source>
        <translation>In %1 sind Host-Bits gesetzt; der Block ist %2.</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+36"/>
        <source>This is neither a prefix such as 192.0.2.0/24 nor a range of addresses.</source>
        <translation>Das ist weder ein Prefix wie 192.0.2.0/24 noch ein Adressbereich.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The range begins in one address family and ends in the other.</source>
        <translation>Der Bereich beginnt in der einen Adressfamilie und endet in der anderen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The range ends before it begins.</source>
        <translation>Der Bereich endet, bevor er beginnt.</translation>
    </message>
</context>
<context>
    <name>peerdesk::AsnSwitch</name>
    <message>
        <location filename="../ui/shell/asnswitch.cpp" line="+33"/>
        <source>Choose one</source>
        <translation>Eines wählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Own network: %1 %2</source>
        <translation>Eigenes Netz: %1 %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Own network: none chosen</source>
        <translation>Eigenes Netz: keines gewählt</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>No network</source>
        <translation>Kein Netz</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>%1  %2</source>
        <comment>number and name</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Other Network…</source>
        <translation>Anderes Netz …</translation>
    </message>
</context>
<context>
    <name>peerdesk::AuthSession</name>
    <message>
        <location filename="../src/auth/authsession.cpp" line="+98"/>
        <source>The provider renewed the sign-in for somebody else.</source>
        <translation>Der Anbieter hat die Anmeldung für jemand anderen erneuert.</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>The sign-in provider makes no tokens for other networks&apos; endpoints.</source>
        <translation>Der Anmeldeanbieter stellt keine Tokens für Endpunkte anderer Netze aus.</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
</context>
<context>
    <name>peerdesk::BatchPane</name>
    <message>
        <location filename="../ui/drafts/batchpane.cpp" line="+93"/>
        <source>%1 · %2 · saved %3</source>
        <translation>%1 · %2 · gespeichert %3</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Session</numerusform>
            <numerusform>%n Sessions</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No key as proof</source>
        <translation>Kein Schlüssel als Nachweis</translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>%n key(s) as proof</source>
        <translation>
            <numerusform>%n Schlüssel als Nachweis</numerusform>
            <numerusform>%n Schlüssel als Nachweis</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keys for resources (RAK) can go along, to prove what will be announced</source>
        <translation>Schlüssel für Ressourcen (RAK) können mitgehen, als Nachweis für das, was angekündigt wird</translation>
    </message>
    <message numerus="yes">
        <location line="+29"/>
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is no session in it yet</source>
        <translation>Es steht noch keine Session darin</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>They keep the draft from being sent; F8 goes to the next</source>
        <translation>Sie verhindern das Senden des Entwurfs; F8 geht zum nächsten</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Send %n row(s) despite the warning</source>
        <translation>
            <numerusform>%n Zeile trotz der Warnung senden</numerusform>
            <numerusform>%n Zeilen trotz der Warnung senden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::BatchTable</name>
    <message>
        <location filename="../ui/drafts/batchtable.cpp" line="+28"/>
        <source>Sessions of the draft</source>
        <translation>Sessions des Entwurfs</translation>
    </message>
</context>
<context>
    <name>peerdesk::BringUp</name>
    <message>
        <location filename="../src/workflow/sessions/bringup.cpp" line="+30"/>
        <source>A session that is %1 cannot be configured</source>
        <translation>Eine Session im Zustand %1 kann nicht konfiguriert werden</translation>
    </message>
    <message>
        <location line="+81"/>
        <source>Who takes a session back tells the other network why</source>
        <translation>Wer eine Session zurücknimmt, sagt dem anderen Netz, warum</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>We asked for this session: it is withdrawn at the other network</source>
        <translation>Um diese Session haben wir gebeten: sie wird beim anderen Netz zurückgezogen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A session that is %1 cannot be taken back</source>
        <translation>Eine Session im Zustand %1 kann nicht zurückgenommen werden</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>A change needs somebody who made it</source>
        <translation>Eine Änderung braucht jemanden, der sie gemacht hat</translation>
    </message>
</context>
<context>
    <name>peerdesk::BrowserAddress</name>
    <message>
        <location filename="../ui/signin/browseraddress.cpp" line="+23"/>
        <source>Sign-In</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No browser opened. Open this address in a browser on this machine; the sign-in goes on by itself afterwards.</source>
        <translation>Es hat sich kein Browser geöffnet. Diese Adresse in einem Browser auf diesem Rechner öffnen; danach geht die Anmeldung von selbst weiter.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Address of the sign-in</source>
        <translation>Adresse der Anmeldung</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Copy Address</source>
        <translation>Adresse kopieren</translation>
    </message>
</context>
<context>
    <name>peerdesk::Candidates</name>
    <message>
        <location filename="../src/workflow/candidates/candidates.cpp" line="+102"/>
        <source>Nothing is known of %1</source>
        <translation>Über %1 ist nichts bekannt</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>No endpoint of %1 is known</source>
        <translation>Es ist kein Endpunkt von %1 bekannt</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>%1&apos;s endpoint</source>
        <translation>Der Endpunkt von %1</translation>
    </message>
</context>
<context>
    <name>peerdesk::CandidatesBinding</name>
    <message>
        <location filename="../ui/candidates/candidatesbinding.cpp" line="+81"/>
        <location line="+31"/>
        <location line="+8"/>
        <location line="+36"/>
        <source>The database</source>
        <translation>Die Datenbank</translation>
    </message>
    <message>
        <location line="-24"/>
        <source>No network chosen yet</source>
        <translation>Noch kein Netz gewählt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Peerdesk looks for candidates of one network. Sign in with PeeringDB, or type an AS number to look around.</source>
        <translation>Peerdesk sucht Kandidaten für ein Netz. Mit PeeringDB anmelden oder zum Umsehen eine AS-Nummer eingeben.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose a Network</source>
        <translation>Ein Netz wählen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>PeeringDB is being fetched</source>
        <translation>PeeringDB wird geholt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The table fills as soon as the copy is complete.</source>
        <translation>Die Tabelle füllt sich, sobald die Kopie vollständig ist.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>PeeringDB could not be fetched</source>
        <translation>PeeringDB konnte nicht geladen werden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No copy of PeeringDB yet</source>
        <translation>Noch keine Kopie von PeeringDB</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Peerdesk works on its own copy of PeeringDB, fetched once and then kept up to date.</source>
        <translation>Peerdesk arbeitet mit einer eigenen Kopie von PeeringDB, die einmal geholt und dann aktuell gehalten wird.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fetch PeeringDB</source>
        <translation>PeeringDB holen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 meets nobody</source>
        <translation>%1 trifft niemanden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>PeeringDB has no exchange where it and another network both have a port.</source>
        <translation>PeeringDB kennt keinen Internetknoten, an dem dieses und ein anderes Netz beide einen Port haben.</translation>
    </message>
    <message>
        <location line="+46"/>
        <source>PeeringDB</source>
        <translation>PeeringDB</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Session lists (*.csv *.json);;All files (*)</source>
        <translation>Session-Listen (*.csv *.json);;Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>%n session(s) marked as existing, from %1</source>
        <translation>
            <numerusform>%n Session als bestehend markiert, aus %1</numerusform>
            <numerusform>%n Sessions als bestehend markiert, aus %1</numerusform>
        </translation>
    </message>
    <message>
        <location line="-89"/>
        <location line="+118"/>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message numerus="yes">
        <location line="-227"/>
        <source>%Ln row(s) read from %1.</source>
        <translation>
            <numerusform>%Ln Zeile aus %1 gelesen.</numerusform>
            <numerusform>%Ln Zeilen aus %1 gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>and more</source>
        <translation>und mehr</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln malformed row(s) skipped: %1.</source>
        <translation>
            <numerusform>%Ln fehlerhafte Zeile übergangen: %1.</numerusform>
            <numerusform>%Ln fehlerhafte Zeilen übergangen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No dump of %1.</source>
        <translation>Kein Dump von %1.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Without a table of cities (Debian package libtimezonemap-data) fewer exchanges have a place on the map.</source>
        <translation>Ohne Städtetabelle (Debian-Paket libtimezonemap-data) haben weniger Internetknoten einen Platz auf der Karte.</translation>
    </message>
    <message>
        <location line="+170"/>
        <source>Import Existing Sessions: asn, own_ip, other_ip, location, state</source>
        <translation>Bestehende Sessions importieren: asn, own_ip, other_ip, location, state</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>It is larger than any list of sessions</source>
        <translation>Sie ist größer als jede Liste von Sessions</translation>
    </message>
</context>
<context>
    <name>peerdesk::CandidatesPage</name>
    <message>
        <location filename="../ui/candidates/candidatespage.cpp" line="+38"/>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Locations</source>
        <translation>Orte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show Everywhere</source>
        <translation>Überall zeigen</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+224"/>
        <source>Choose a network to see everything about it</source>
        <translation>Ein Netz wählen, um alles darüber zu sehen</translation>
    </message>
    <message numerus="yes">
        <location line="-211"/>
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n Netz</numerusform>
            <numerusform>%n Netze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>%n location(s)</source>
        <translation>
            <numerusform>%n Ort</numerusform>
            <numerusform>%n Orte</numerusform>
        </translation>
    </message>
    <message>
        <location line="+32"/>
        <location line="+168"/>
        <source>Draft Sessions</source>
        <translation>Sessions entwerfen</translation>
    </message>
    <message>
        <location line="-165"/>
        <source>Ask Its Endpoint for Locations</source>
        <translation>Endpunkt nach Orten fragen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show Networks That Are No Candidates</source>
        <translation>Auch Netze zeigen, die keine Kandidaten sind</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open in PeeringDB</source>
        <translation>In PeeringDB öffnen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Import Existing Sessions…</source>
        <translation>Bestehende Sessions importieren …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Filter: policy:open, missing&gt;3, exchange:&quot;DE-CIX&quot;, traffic&gt;10G, or a name</source>
        <translation>Filter: policy:open, missing&gt;3, exchange:&quot;DE-CIX&quot;, traffic&gt;10G oder ein Name</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Filter: city:frankfurt, missing&gt;10, standing:theirs, or a name</source>
        <translation>Filter: city:frankfurt, missing&gt;10, standing:theirs oder ein Name</translation>
    </message>
    <message numerus="yes">
        <location line="+107"/>
        <source>Draft %n Session(s)</source>
        <translation>
            <numerusform>%n Session entwerfen</numerusform>
            <numerusform>%n Sessions entwerfen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing is missing with this network</source>
        <translation>Mit diesem Netz fehlt nichts</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Choose an exchange</source>
        <translation>Einen Internetknoten wählen</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>At %1</source>
        <translation>An %1</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>At %n exchanges</source>
        <translation>
            <numerusform>An %n Internetknoten</numerusform>
            <numerusform>An %n Internetknoten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::CheckSheet</name>
    <message>
        <location filename="../ui/keys/checksheet.cpp" line="+32"/>
        <source>Check Key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>A key, its reference, or the text of a letter&apos;s code</source>
        <translation>Ein Schlüssel, seine Kennung oder der Text aus dem Code eines Schreibens</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What was sent</source>
        <translation>Was zugeschickt wurde</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>A key is shown to the issuer alone and is not kept.</source>
        <translation>Ein Schlüssel wird nur dem Aussteller gezeigt und nicht aufbewahrt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The issuer</source>
        <translation>Der Aussteller</translation>
    </message>
</context>
<context>
    <name>peerdesk::CodeFlow</name>
    <message>
        <location filename="../src/auth/codeflow.cpp" line="+43"/>
        <source>A sign-in is in progress already.</source>
        <translation>Eine Anmeldung läuft schon.</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>The sign-in was not finished in the browser.</source>
        <translation>Die Anmeldung wurde im Browser nicht abgeschlossen.</translation>
    </message>
</context>
<context>
    <name>peerdesk::CommandPalette</name>
    <message>
        <location filename="../ui/shell/commandpalette.cpp" line="+35"/>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Action, network, exchange or request</source>
        <translation>Aktion, Netz, Internetknoten oder Anfrage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Search for an action, network, exchange or request</source>
        <translation>Nach einer Aktion, einem Netz, Internetknoten oder einer Anfrage suchen</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>peerdesk::Desk</name>
    <message>
        <location filename="../app/desktop/desk.cpp" line="+75"/>
        <source>Endpoint up</source>
        <translation>Endpunkt läuft</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Endpoint starting</source>
        <translation>Endpunkt startet</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Endpoint down</source>
        <translation>Endpunkt läuft nicht</translation>
    </message>
    <message>
        <location line="+54"/>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Inbound</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Update Mirror</source>
        <translation>Spiegel aktualisieren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Import Mirror…</source>
        <translation>Spiegel importieren …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Sign Out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Colours of the System</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light Colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dark Colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>%1, request, %2</source>
        <translation>%1, Anfrage, %2</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The draft</source>
        <translation>Der Entwurf</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%n requests in flight</source>
        <translation>
            <numerusform>%n Anfrage unterwegs</numerusform>
            <numerusform>%n Anfragen unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <location line="+33"/>
        <source>The request</source>
        <translation>Die Anfrage</translation>
    </message>
    <message>
        <location line="+86"/>
        <source>The role at the database may look, but not change anything. Its administrator says who may.</source>
        <translation>Die Rolle in der Datenbank darf lesen, aber nichts ändern. Wer es darf, bestimmt ihr Administrator.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Only looking</source>
        <translation>Nur Lesen</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>The mirror was not updated</source>
        <translation>Der Spiegel wurde nicht aktualisiert</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The sign-in has expired</source>
        <translation>Die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>No mirror yet</source>
        <translation>Noch kein Spiegel</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mirror %1 old</source>
        <translation>Spiegel %1 alt</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Import Mirror From Folder</source>
        <translation>Spiegel aus Ordner importieren</translation>
    </message>
</context>
<context>
    <name>peerdesk::DeskGroup</name>
    <message>
        <location filename="../ui/settings/deskgroup.cpp" line="+19"/>
        <source>This desk</source>
        <translation>Dieser Arbeitsplatz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Call endpoints on loopback and private addresses</source>
        <translation>Endpunkte auf Loopback- und privaten Adressen aufrufen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Time to undo</source>
        <translation>Zeit für Rückgängig</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Sending, approving and rejecting wait that long for Undo.</source>
        <translation>So lange warten Senden, Genehmigen und Ablehnen auf „Rückgängig“.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Sent to the desktop while this window is not active.</source>
        <translation>Gehen an die Arbeitsumgebung, solange dieses Fenster nicht aktiv ist.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>For laboratories.</source>
        <translation>Für Labore.</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Established</source>
        <translation>Aufgebaut</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No longer established</source>
        <translation>Nicht mehr aufgebaut</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Somebody waits for an answer</source>
        <translation>Jemand wartet auf eine Antwort</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A key ends soon</source>
        <translation>Ein Schlüssel endet bald</translation>
    </message>
</context>
<context>
    <name>peerdesk::DesktopNotifier</name>
    <message>
        <location filename="../src/workflow/notices/desktopnotifier.cpp" line="+41"/>
        <source>There is no session bus.</source>
        <translation>Es gibt keinen Sitzungsbus.</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Open Peerdesk</source>
        <translation>Peerdesk öffnen</translation>
    </message>
</context>
<context>
    <name>peerdesk::DetailPane</name>
    <message>
        <location filename="../ui/widgets/detailpane.cpp" line="+43"/>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <location line="+196"/>
        <source>%1  %2</source>
        <comment>section title and its count</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>peerdesk::Directory</name>
    <message>
        <location filename="../src/workflow/directory/directory.cpp" line="+58"/>
        <source>Waiting %1 s, as PeeringDB asks</source>
        <translation>%1 s warten, wie PeeringDB es verlangt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Fetching %1, %2</source>
        <translation>%1 wird geholt, %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reading %1, %2 rows</source>
        <translation>%1 wird gelesen, %2 Zeilen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Building the index</source>
        <translation>Index wird aufgebaut</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>The mirror of PeeringDB</source>
        <translation>Der Spiegel von PeeringDB</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>PeeringDB</source>
        <translation>PeeringDB</translation>
    </message>
</context>
<context>
    <name>peerdesk::DirectoryWords</name>
    <message>
        <location filename="../ui/candidates/directorywords.cpp" line="+73"/>
        <location line="+6"/>
        <source>not disclosed</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 / %2</source>
        <comment>prefix limits, IPv4 and IPv6</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Peer</source>
        <translation>Peer</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
</context>
<context>
    <name>peerdesk::DraftList</name>
    <message numerus="yes">
        <location filename="../ui/drafts/draftlist.cpp" line="+20"/>
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>%1 %2, %3, %4</source>
        <translation>%1 %2, %3, %4</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Session</numerusform>
            <numerusform>%n Sessions</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>ASN</source>
        <translation>ASN</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
</context>
<context>
    <name>peerdesk::Drafts</name>
    <message>
        <location filename="../src/workflow/drafts/drafts.cpp" line="+161"/>
        <source>The draft is empty</source>
        <translation>Der Entwurf ist leer</translation>
    </message>
    <message>
        <location line="+183"/>
        <source>No more than %1 keys go with a request</source>
        <translation>Mit einer Anfrage gehen höchstens %1 Schlüssel</translation>
    </message>
</context>
<context>
    <name>peerdesk::DraftsPage</name>
    <message>
        <location filename="../ui/drafts/draftspage.cpp" line="+63"/>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>No drafts</source>
        <translation>Keine Entwürfe</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Choose networks among the candidates and draft sessions with them, or begin with an AS number.</source>
        <translation>Netze unter den Kandidaten wählen und Sessions mit ihnen entwerfen oder mit einer AS-Nummer beginnen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+24"/>
        <source>New Draft</source>
        <translation>Neuer Entwurf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Send Draft</source>
        <translation>Entwurf senden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Add Row</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Paste Rows</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next Problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Send Rows Despite Warnings</source>
        <translation>Zeilen trotz Warnungen senden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose Keys…</source>
        <translation>Schlüssel wählen …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Delete Draft</source>
        <translation>Entwurf löschen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next Draft</source>
        <translation>Nächster Entwurf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Previous Draft</source>
        <translation>Voriger Entwurf</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>edit</source>
        <translation>bearbeiten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>next cell</source>
        <translation>nächste Zelle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+V</source>
        <translation>Strg+V</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>paste rows</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>duplicate</source>
        <translation>duplizieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>next problem</source>
        <translation>nächstes Problem</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>send</source>
        <translation>senden</translation>
    </message>
    <message numerus="yes">
        <location line="+84"/>
        <source>Send %n Session(s)</source>
        <translation>
            <numerusform>%n Session senden</numerusform>
            <numerusform>%n Sessions senden</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>On its way out; Undo calls it back</source>
        <translation>Ist unterwegs; „Rückgängig“ holt ihn zurück</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>The draft</source>
        <translation>Der Entwurf</translation>
    </message>
    <message numerus="yes">
        <location line="+48"/>
        <source>Removed %n row(s)</source>
        <translation>
            <numerusform>%n Zeile entfernt</numerusform>
            <numerusform>%n Zeilen entfernt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+44"/>
        <source>The issuer of keys</source>
        <translation>Der Aussteller der Schlüssel</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Deleted the draft for %1</source>
        <translation>Entwurf für %1 gelöscht</translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>Sending %n session(s) to %1</source>
        <translation>
            <numerusform>%n Session wird an %1 gesendet</numerusform>
            <numerusform>%n Sessions werden an %1 gesendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::Dump</name>
    <message>
        <location filename="../src/peeringdb/dump.cpp" line="+64"/>
        <source>%1 is larger than any PeeringDB dump</source>
        <translation>%1 ist größer als jeder Abzug von PeeringDB</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1: the gzip stream is broken at byte %2 (%3); of what it held before, %4</source>
        <translation>%1: Der gzip-Strom ist bei Byte %2 beschädigt (%3); von dem, was davor steht: %4</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>it ends too early</source>
        <translation>er endet zu früh</translation>
    </message>
</context>
<context>
    <name>peerdesk::DumpReader</name>
    <message>
        <location filename="../src/peeringdb/dumpreader.cpp" line="+30"/>
        <source>is not an object</source>
        <translation>ist kein Objekt</translation>
    </message>
    <message>
        <location line="+79"/>
        <source>%1 has no list &quot;data&quot;</source>
        <translation>%1 hat keine Liste „data“</translation>
    </message>
    <message>
        <location line="+146"/>
        <source>%1 %2 is no address</source>
        <translation>%1 %2 ist keine Adresse</translation>
    </message>
    <message>
        <location line="+74"/>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1: row %2%3 %4</source>
        <comment>file, number, id, what is wrong</comment>
        <translation>%1: Zeile %2%3 %4</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 is broken: %2, of %3 in all: %4</source>
        <comment>file, whole rows, bytes, why</comment>
        <translation>%1 ist beschädigt: %2, von insgesamt %3: %4</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 is broken in row %2, near byte %3: %4</source>
        <translation>%1 ist in Zeile %2 beschädigt, bei Byte %3: %4</translation>
    </message>
</context>
<context>
    <name>peerdesk::EndpointSessions</name>
    <message>
        <location filename="../src/auth/endpointsessions.cpp" line="+133"/>
        <source>The sign-in at %1 has ended.</source>
        <translation>Die Anmeldung an %1 ist beendet.</translation>
    </message>
    <message>
        <location line="+47"/>
        <source>Another program is renewing the sign-in.</source>
        <translation>Ein anderes Programm erneuert gerade die Anmeldung.</translation>
    </message>
</context>
<context>
    <name>peerdesk::Endpoints</name>
    <message>
        <location filename="../src/workflow/endpoints/endpoints.cpp" line="+32"/>
        <source>This is no network to have sessions with.</source>
        <translation>Mit diesem Netz kann es keine Sessions geben.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>This is no http or https address.</source>
        <translation>Das ist keine http- oder https-Adresse.</translation>
    </message>
</context>
<context>
    <name>peerdesk::EndpointsGroup</name>
    <message>
        <location filename="../ui/settings/endpointsgroup.cpp" line="+29"/>
        <location line="+18"/>
        <source>Endpoints of other networks</source>
        <translation>Endpunkte anderer Netze</translation>
    </message>
    <message>
        <location line="-13"/>
        <source>None is known yet. Requests to a network need its endpoint&apos;s address.</source>
        <translation>Noch ist keiner bekannt. Anfragen an ein Netz brauchen die Adresse seines Endpunkts.</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+32"/>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location line="-31"/>
        <source>New Endpoint</source>
        <translation>Neuer Endpunkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save Endpoint</source>
        <translation>Endpunkt speichern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove Endpoint</source>
        <translation>Endpunkt entfernen</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+34"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location line="-34"/>
        <source>With the version in its path and without “/sessions”.</source>
        <translation>Mit der Version im Pfad und ohne „/sessions“.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>In the browser, where the endpoint lets people sign in.</source>
        <translation>Im Browser, wo der Endpunkt Anmeldungen annimmt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only where that network hands out tokens by itself. It goes before those of the sign-in.</source>
        <translation>Nur wo jenes Netz Tokens selbst ausgibt. Dieses geht denen der Anmeldung vor.</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>ASN</source>
        <translation>ASN</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Last call</source>
        <translation>Letzter Aufruf</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Answered</source>
        <translation>Hat geantwortet</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 at %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <location line="+100"/>
        <source>The database</source>
        <translation>Die Datenbank</translation>
    </message>
</context>
<context>
    <name>peerdesk::Evidence</name>
    <message>
        <location filename="../src/workflow/inbound/evidencecollector.cpp" line="+64"/>
        <source>Asked by a program that may manage sessions of %1</source>
        <translation>Angefragt von einem Programm, das Sessions von %1 verwalten darf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Signed in as %1, may manage sessions of %2</source>
        <translation>Angemeldet als %1, darf Sessions von %2 verwalten</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 is not in PeeringDB</source>
        <translation>%1 ist nicht in PeeringDB</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>an undisclosed number of</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Announces %1 IPv4 and %2 IPv6 prefixes at most</source>
        <translation>Höchstzahl angekündigter Prefixe: IPv4 %1, IPv6 %2</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>No sessions with us yet</source>
        <translation>Noch keine Sessions mit uns</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Has %n session(s) with us already</source>
        <translation>
            <numerusform>Hat schon %n Session mit uns</numerusform>
            <numerusform>Hat schon %n Sessions mit uns</numerusform>
        </translation>
    </message>
    <message>
        <location line="+20"/>
        <source>No earlier requests from %1</source>
        <translation>Keine früheren Anfragen von %1</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n earlier request(s): %1 sessions approved, %2 rejected</source>
        <translation>
            <numerusform>%n frühere Anfrage: Sessions genehmigt %1, abgelehnt %2</numerusform>
            <numerusform>%n frühere Anfragen: Sessions genehmigt %1, abgelehnt %2</numerusform>
        </translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Already reachable through the route server at %1</source>
        <translation>Schon über den Route-Server an %1 erreichbar</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Private peering: the addresses are registered nowhere</source>
        <translation>Privates Peering: Die Adressen sind nirgends eingetragen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Both addresses are registered to the two networks at %1</source>
        <translation>Beide Adressen sind an %1 für die zwei Netze eingetragen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Policy: %1</source>
        <translation>Policy: %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Not plain peering: the other end is %1, ours %2</source>
        <translation>Kein einfaches Peering: Das andere Ende ist %1, das eigene %2</translation>
    </message>
</context>
<context>
    <name>peerdesk::FieldEditor</name>
    <message>
        <location filename="../ui/policy/fieldeditor.cpp" line="+116"/>
        <source>%1 %2</source>
        <comment>a field and what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>peerdesk::FilterBar</name>
    <message>
        <location filename="../ui/widgets/filterbar.cpp" line="+24"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Show all rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <location line="+84"/>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>peerdesk::FilterEdit</name>
    <message>
        <location filename="../ui/widgets/filteredit.cpp" line="+73"/>
        <source>%1    %2</source>
        <comment>completion and its meaning</comment>
        <translation>%1    %2</translation>
    </message>
</context>
<context>
    <name>peerdesk::FilterScanner</name>
    <message>
        <location filename="../src/base/filterscanner.cpp" line="+148"/>
        <source>There is no field “%1” here</source>
        <translation>Ein Feld „%1“ gibt es hier nicht</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Nothing to look for</source>
        <translation>Nichts zu suchen</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>The quotation mark is not closed</source>
        <translation>Das Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>A value is missing after “%1”</source>
        <translation>Nach „%1“ fehlt ein Wert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” cannot be compared with &lt; or &gt;, use a colon</source>
        <translation>„%1“ lässt sich nicht mit &lt; oder &gt; vergleichen, nur mit Doppelpunkt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&lt; and &gt; take one value</source>
        <translation>&lt; und &gt; nehmen nur einen Wert</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>“%1” is none of: %2</source>
        <translation>„%1“ ist keines von: %2</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>“%1” is no length of time, such as 2h or 14d</source>
        <translation>„%1“ ist keine Zeitspanne wie 2h oder 14d</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>“%1” is no number, such as 12 or 10G</source>
        <translation>„%1“ ist keine Zahl wie 12 oder 10G</translation>
    </message>
</context>
<context>
    <name>peerdesk::HolderImporter</name>
    <message>
        <location filename="../src/rak/holderimporter.cpp" line="+48"/>
        <source>The registry&apos;s list no longer has all of its prefixes under the holder.</source>
        <translation>Die Liste der Registry führt nicht mehr alle seine Prefixe unter dem Inhaber.</translation>
    </message>
    <message>
        <location line="+188"/>
        <source>No file with this hash waits.</source>
        <translation>Es wartet keine Datei mit diesem Hash.</translation>
    </message>
</context>
<context>
    <name>peerdesk::HttpTransfer</name>
    <message>
        <location filename="../src/http/httptransfer.cpp" line="+77"/>
        <source>no connection in time</source>
        <translation>nicht rechtzeitig verbunden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no complete answer in time</source>
        <translation>nicht rechtzeitig vollständig beantwortet</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>the call was stopped</source>
        <translation>der Aufruf wurde abgebrochen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 is not a URL that can be called</source>
        <translation>%1 ist keine URL, die sich aufrufen lässt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 is not https</source>
        <translation>%1 ist nicht https</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>port %1 is another service&apos;s</source>
        <translation>Port %1 gehört einem anderen Dienst</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 has no address</source>
        <translation>%1 hat keine Adresse</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 is at %2, which is not a public address</source>
        <translation>%1 liegt auf %2, und das ist keine öffentliche Adresse</translation>
    </message>
    <message>
        <location line="+77"/>
        <location line="+27"/>
        <source>the answer is larger than %1 bytes</source>
        <translation>die Antwort ist größer als %1 Byte</translation>
    </message>
</context>
<context>
    <name>peerdesk::Inbound</name>
    <message>
        <location filename="../src/workflow/inbound/inbound.cpp" line="+109"/>
        <source>A rejection needs a reason</source>
        <translation>Eine Ablehnung braucht einen Grund</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A decision needs somebody who made it</source>
        <translation>Eine Entscheidung braucht jemanden, der sie trifft</translation>
    </message>
</context>
<context>
    <name>peerdesk::InboundPage</name>
    <message>
        <location filename="../ui/inbound/inboundpage.cpp" line="+45"/>
        <source>Filter: status:pending, evidence:doubtful, age&gt;2d, network or exchange</source>
        <translation>Filter: status:pending, evidence:doubtful, age&gt;2d, Netz oder Internetknoten</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Requests of other networks</source>
        <translation>Anfragen anderer Netze</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+68"/>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What other networks ask through the endpoint stands here.</source>
        <translation>Was andere Netze über den Endpunkt anfragen, steht hier.</translation>
    </message>
    <message>
        <location line="-67"/>
        <source>next, previous</source>
        <translation>nächste, vorige</translation>
    </message>
    <message>
        <location line="-5"/>
        <source>Nothing waits for a decision</source>
        <translation>Nichts wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>approve</source>
        <translation>genehmigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hold</source>
        <translation>zurückstellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>select</source>
        <translation>auswählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mark configured</source>
        <translation>als konfiguriert markieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+138"/>
        <source>No request selected</source>
        <translation>Keine Anfrage ausgewählt</translation>
    </message>
    <message>
        <location line="-102"/>
        <location line="+192"/>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <location line="-191"/>
        <location line="+231"/>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location line="-230"/>
        <source>Hold</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Select Request</source>
        <translation>Anfrage auswählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Undo Decision</source>
        <translation>Entscheidung rückgängig machen</translation>
    </message>
    <message>
        <location line="+11"/>
        <location line="+230"/>
        <source>Take Down</source>
        <translation>Abbauen</translation>
    </message>
    <message>
        <location line="-220"/>
        <source>No network chosen yet</source>
        <translation>Noch kein Netz gewählt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Here stands what others ask of one network. It is chosen on the account page.</source>
        <translation>Hier steht, was andere bei einem Netz anfragen. Gewählt wird es auf der Seite „Konto“.</translation>
    </message>
    <message>
        <location line="+80"/>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <location line="+56"/>
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n Netz</numerusform>
            <numerusform>%n Netzen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Approve %1</source>
        <translation>%1 genehmigen</translation>
    </message>
    <message numerus="yes">
        <location line="+38"/>
        <source>Why are %n session(s) of %1 rejected?</source>
        <translation>
            <numerusform>Warum wird %n Session von %1 abgelehnt?</numerusform>
            <numerusform>Warum werden %n Sessions von %1 abgelehnt?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>Why are %n session(s) of %1 taken down?</source>
        <translation>
            <numerusform>Warum wird %n Session von %1 abgebaut?</numerusform>
            <numerusform>Warum werden %n Sessions von %1 abgebaut?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n is established: its traffic leaves at once.</source>
        <translation>
            <numerusform>%n ist aufgebaut: ihr Verkehr fließt sofort anders.</numerusform>
            <numerusform>%n sind aufgebaut: ihr Verkehr fließt sofort anders.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The session</source>
        <translation>Die Session</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>Somebody was first: %1</source>
        <translation>Jemand war schneller: %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The database</source>
        <translation>Die Datenbank</translation>
    </message>
</context>
<context>
    <name>peerdesk::InboundRow</name>
    <message>
        <location filename="../ui/inbound/inboundrow.cpp" line="+61"/>
        <source>Something speaks against it</source>
        <translation>Etwas spricht dagegen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>something speaks against it</source>
        <translation>etwas spricht dagegen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Something is doubtful</source>
        <translation>Etwas ist zweifelhaft</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>something is doubtful</source>
        <translation>etwas ist zweifelhaft</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Nothing speaks against it</source>
        <translation>Nichts spricht dagegen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>nothing speaks against it</source>
        <translation>nichts spricht dagegen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Approving</source>
        <translation>Wird genehmigt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rejecting</source>
        <translation>Wird abgelehnt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Holding</source>
        <translation>Wird zurückgestellt</translation>
    </message>
    <message>
        <location line="+54"/>
        <source>Exchange</source>
        <translation>Internetknoten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Theirs</source>
        <translation>Peer-Adresse</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+78"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="-76"/>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1, chosen</source>
        <translation>%1, ausgewählt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1, ours %2</source>
        <translation>%1, eigene %2</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>%1 %2 asks for %3 at %4, %5, %6 old</source>
        <translation>%1 %2 fragt an: %3 an %4, %5, %6 alt</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <location line="+95"/>
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Session</numerusform>
            <numerusform>%n Sessions</numerusform>
        </translation>
    </message>
    <message>
        <location line="-91"/>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <location line="+70"/>
        <source>A session was up and is not</source>
        <translation>Eine Session war aufgebaut und ist es nicht mehr</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <location line="-73"/>
        <location line="+93"/>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <location line="-45"/>
        <source>Where its sessions stand</source>
        <translation>Stand der Sessions</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name of the network</source>
        <translation>Name des Netzes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>AS number</source>
        <translation>AS-Nummer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Where it wants to meet</source>
        <translation>Wo Sessions gewünscht sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How many it asks for</source>
        <translation>Wie viele angefragt sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Since it was asked</source>
        <translation>Seit der Anfrage</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What speaks for it</source>
        <translation>Was dafür spricht</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 asks for %2 · %3</source>
        <translation>%1 fragt %2 an · %3</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 %2: “%3”</source>
        <translation>%1 %2: „%3“</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Policy says</source>
        <translation>Die Policy sagt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>Approving %n session(s) of %1</source>
        <translation>
            <numerusform>%n Session von %1 wird genehmigt</numerusform>
            <numerusform>%n Sessions von %1 werden genehmigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Rejecting %n session(s) of %1</source>
        <translation>
            <numerusform>%n Session von %1 wird abgelehnt</numerusform>
            <numerusform>%n Sessions von %1 werden abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Holding %n session(s) of %1</source>
        <translation>
            <numerusform>%n Session von %1 wird zurückgestellt</numerusform>
            <numerusform>%n Sessions von %1 werden zurückgestellt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::IntactRows</name>
    <message>
        <location filename="../src/peeringdb/intactrows.cpp" line="+82"/>
        <source>no row is whole</source>
        <translation>keine Zeile ist ganz</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>row %1 is the last whole one and ends at byte %2</source>
        <translation>Zeile %1 ist die letzte ganze und endet bei Byte %2</translation>
    </message>
</context>
<context>
    <name>peerdesk::IssueSheet</name>
    <message>
        <location filename="../ui/keys/issuesheet.cpp" line="+18"/>
        <location line="+100"/>
        <source>Issue Key</source>
        <translation>Schlüssel ausstellen</translation>
    </message>
    <message>
        <location line="-93"/>
        <source>Renew automatically, as long as the resources are held</source>
        <translation>Automatisch erneuern, solange die Ressourcen gehalten werden</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Prefixes</source>
        <translation>Prefixe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>One a line. “max 48” lets more specifics be announced, down to that length.</source>
        <translation>Einer je Zeile. „max 48“ lässt auch spezifischere ankündigen, bis zu dieser Länge.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Announced by</source>
        <translation>Angekündigt von</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The AS may belong to anybody, in any region.</source>
        <translation>Das AS darf jedem gehören, in jeder Region.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>In UTC. A year at most; a key can be renewed while it holds.</source>
        <translation>In UTC. Höchstens ein Jahr; ein Schlüssel lässt sich erneuern, solange er gilt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Renewal</source>
        <translation>Erneuerung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>For this desk and the issuer: the customer, a ticket.</source>
        <translation>Für diesen Arbeitsplatz und den Aussteller: der Kunde, ein Ticket.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Made for</source>
        <translation>Bestimmt für</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The AS of the one third party that may use it; empty for any.</source>
        <translation>Das AS des einen Dritten, der ihn benutzen darf; leer für jeden.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Told as well</source>
        <translation>Auch benachrichtigt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Mail addresses with commas between; the issuer tells the holder anyway.</source>
        <translation>Mailadressen mit Kommas dazwischen; den Inhaber benachrichtigt der Aussteller ohnehin.</translation>
    </message>
    <message>
        <location line="+69"/>
        <location line="+12"/>
        <source>The issuer</source>
        <translation>Der Aussteller</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>The key may have been issued. Asking again gives the same key and no second one.</source>
        <translation>Der Schlüssel ist möglicherweise ausgestellt. Erneutes Fragen ergibt denselben Schlüssel und keinen zweiten.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ask Again</source>
        <translation>Erneut fragen</translation>
    </message>
</context>
<context>
    <name>peerdesk::Issuer</name>
    <message>
        <location filename="../src/rak/issuer.cpp" line="+40"/>
        <source>There is no such key.</source>
        <translation>Einen solchen Schlüssel gibt es nicht.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>These are not among the holder&apos;s resources: %1</source>
        <translation>Diese gehören nicht zu den Ressourcen des Inhabers: %1</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>The idempotency key was used before for another request.</source>
        <translation>Der Idempotenzschlüssel wurde schon für eine andere Anfrage benutzt.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The key is over: %1. A new one has to be issued.</source>
        <translation>Der Schlüssel gilt nicht mehr: %1. Ein neuer muss ausgestellt werden.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The list of holders has not been taken over yet.</source>
        <translation>Die Liste der Inhaber ist noch nicht übernommen.</translation>
    </message>
    <message>
        <location line="+62"/>
        <source>This sign-in acts for no holder of resources here.</source>
        <translation>Diese Anmeldung handelt hier für keinen Inhaber von Ressourcen.</translation>
    </message>
    <message>
        <location filename="../src/rak/keywish.cpp" line="+52"/>
        <source>There is no prefix.</source>
        <translation>Es ist kein Prefix angegeben.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A key ends after it begins, and not before now.</source>
        <translation>Ein Schlüssel endet nach seinem Beginn und nicht in der Vergangenheit.</translation>
    </message>
    <message>
        <location filename="../src/rak/issuer.cpp" line="+182"/>
        <location filename="../src/rak/keywish.cpp" line="+2"/>
        <source>A key lives for a year at most: until %1.</source>
        <translation>Ein Schlüssel gilt höchstens ein Jahr: bis %1.</translation>
    </message>
    <message>
        <location filename="../src/rak/keywish.cpp" line="+4"/>
        <source>A label has %1 characters at most.</source>
        <translation>Eine Bezeichnung hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>At most %1 addresses are told.</source>
        <translation>Höchstens %1 Adressen werden benachrichtigt.</translation>
    </message>
    <message>
        <location filename="../src/rak/issuer.cpp" line="-107"/>
        <source>The holder has %1 keys, and no holder gets more.</source>
        <translation>Der Inhaber hat %1 Schlüssel, und kein Inhaber bekommt mehr.</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Key %1 was issued for this request; it was shown then.</source>
        <translation>Für diese Anfrage wurde der Schlüssel %1 ausgestellt; angezeigt wurde er damals.</translation>
    </message>
    <message>
        <location line="+92"/>
        <location filename="../src/rak/keywish.cpp" line="-6"/>
        <source>A key that renews itself lives for a day at least.</source>
        <translation>Ein Schlüssel, der sich selbst verlängert, lebt mindestens einen Tag.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The key lives until %1 already.</source>
        <translation>Der Schlüssel gilt schon bis %1.</translation>
    </message>
    <message>
        <location line="+18"/>
        <location filename="../src/rak/keywish.cpp" line="+4"/>
        <source>This holds a secret key; only a key&apos;s reference may be shown.</source>
        <translation>Darin steht ein geheimer Schlüssel; gezeigt werden darf nur die Referenz eines Schlüssels.</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>This is a key of %1; here are those of %2.</source>
        <translation>Dies ist ein Schlüssel von %1; hier sind die von %2.</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>The key is for another verifier.</source>
        <translation>Der Schlüssel ist für einen anderen Prüfer.</translation>
    </message>
</context>
<context>
    <name>peerdesk::IssuerApi</name>
    <message>
        <location filename="../src/workflow/keys/issuerapi.cpp" line="+27"/>
        <source>“%1” is missing or cannot be read</source>
        <translation>„%1“ fehlt oder ist nicht lesbar</translation>
    </message>
    <message>
        <location line="+113"/>
        <source>The list never ends</source>
        <translation>Die Liste endet nie</translation>
    </message>
</context>
<context>
    <name>peerdesk::JsonInterface</name>
    <message>
        <location filename="../src/workflow/keys/jsoninterface.cpp" line="+78"/>
        <source>The answer is no JSON object</source>
        <translation>Die Antwort ist kein JSON-Objekt</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyAnswer</name>
    <message>
        <location filename="../src/workflow/keys/keyanswer.cpp" line="+21"/>
        <source>Valid until %1: %2 may announce %3.</source>
        <translation>Gültig bis %1: %2 darf %3 ankündigen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Not valid before %1.</source>
        <translation>Nicht gültig vor %1.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Expired on %1: it authorises nothing any more.</source>
        <translation>Abgelaufen am %1: Er autorisiert nichts mehr.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Revoked by its holder: it authorises nothing any more.</source>
        <translation>Von seinem Inhaber widerrufen: Er autorisiert nichts mehr.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Withdrawn by the registry: its holder no longer holds what it is about.</source>
        <translation>Von der Registry entzogen: Sein Inhaber hat nicht mehr, worum es geht.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 up to /%2</source>
        <translation>%1 bis /%2</translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteren</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>It is a test key, which proves nothing.</source>
        <translation>Es ist ein Testschlüssel, der nichts beweist.</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyChecker</name>
    <message>
        <location filename="../src/workflow/keys/keychecker.cpp" line="+30"/>
        <source>The issuer says nothing of this reference.</source>
        <translation>Der Aussteller sagt zu dieser Kennung nichts.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It tells of a key only whom the key itself was shown. Ask for the key, or for a letter that was printed today.</source>
        <translation>Über einen Schlüssel gibt er nur dem Auskunft, dem der Schlüssel selbst gezeigt wurde. Um den Schlüssel bitten oder um ein heute gedrucktes Schreiben.</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>This is a key of %1, and the issuer that this desk trusts is that of %2.</source>
        <translation>Dies ist ein Schlüssel von %1, und der Aussteller, dem dieser Arbeitsplatz vertraut, ist der von %2.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The key was shown to nobody. Only its own registry can say whether it holds.</source>
        <translation>Der Schlüssel wurde niemandem gezeigt. Ob er gilt, kann nur seine eigene Registry sagen.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The issuer said so just now, of this very key.</source>
        <translation>Das sagte der Aussteller gerade eben über ebendiesen Schlüssel.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The issuer knows no such key: it is invented, or not of this issuer.</source>
        <translation>Der Aussteller kennt keinen solchen Schlüssel: Er ist erfunden oder nicht von diesem Aussteller.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The issuer said so just now.</source>
        <translation>Das sagte der Aussteller gerade eben.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The letter names the issuer %1, which is not the one that this desk trusts.</source>
        <translation>Das Schreiben nennt als Aussteller %1, und das ist nicht der, dem dieser Arbeitsplatz vertraut.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Whoever forges a letter names an issuer of his own. The trusted one is %1.</source>
        <translation>Wer ein Schreiben fälscht, nennt einen eigenen Aussteller. Vertraut wird %1.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The issuer signed it on %1, for all to believe until %2. Whether it was revoked since is told only to whom the key was shown.</source>
        <translation>Der Aussteller hat dies am %1 für jedermann signiert, gültig bis %2. Ob der Schlüssel seither widerrufen wurde, erfährt nur, wem er gezeigt wurde.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The letter&apos;s signed statement does not hold: %1</source>
        <translation>Die signierte Bescheinigung des Schreibens gilt nicht: %1</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>it is for %1 alone.</source>
        <translation>sie gilt nur für %1.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is about another key.</source>
        <translation>Sie betrifft einen anderen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyChoice</name>
    <message>
        <location filename="../src/workflow/drafts/keychoice.cpp" line="+23"/>
        <source>not valid before %1</source>
        <translation>nicht gültig vor %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>expired on %1</source>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>withdrawn by the registry</source>
        <translation>von der Registry entzogen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>made for %1 alone</source>
        <translation>nur für %1 gemacht</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 may announce %2</source>
        <translation>%1 darf %2 ankündigen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>not among our keys</source>
        <translation>nicht unter unseren Schlüsseln</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyFinding</name>
    <message>
        <location filename="../src/workflow/inbound/keyfinding.cpp" line="+47"/>
        <location line="+19"/>
        <source>expired on %1</source>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <location line="-17"/>
        <source>for %1, not for %2: it may announce %3 until %4</source>
        <translation>für %1, nicht für %2: Es darf %3 ankündigen bis %4</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 may announce %2 until %3</source>
        <translation>%1 darf %2 ankündigen bis %3</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1; its statement ended on %2, and it may have been revoked since</source>
        <translation>%1; seine Bescheinigung endete am %2, seitdem kann er widerrufen sein</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>not valid yet when it was checked</source>
        <translation>bei der Prüfung noch nicht gültig</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>revoked by its holder</source>
        <translation>von seinem Inhaber widerrufen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>withdrawn by its registry, for its holder has lost what it is about</source>
        <translation>von seiner Registry entzogen, denn sein Inhaber hat verloren, worum es geht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>names prefixes that its registry may not vouch for: %1</source>
        <translation>nennt Prefixe, für die seine Registry nicht bürgen darf: %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>its statement is older than what is known here of the key</source>
        <translation>seine Bescheinigung ist älter als das, was hier über den Schlüssel bekannt ist</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its statement does not hold: %1</source>
        <translation>seine Bescheinigung gilt nicht: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>came without a statement of its issuer, which proves nothing</source>
        <translation>kam ohne Bescheinigung seines Ausstellers, das weist nichts nach</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>could not be checked: %1</source>
        <translation>konnte nicht geprüft werden: %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>no issuer of %1 is trusted here</source>
        <translation>hier wird keinem Aussteller von %1 vertraut</translation>
    </message>
    <message>
        <location line="+90"/>
        <source>Key %1 of %2: %3</source>
        <translation>Schlüssel %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyForm</name>
    <message>
        <location filename="../src/workflow/keys/keyform.cpp" line="+40"/>
        <source>%1 is not among the resources held here.</source>
        <translation>%1 gehört nicht zu den eigenen Ressourcen.</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>This is no AS number.</source>
        <translation>Das ist keine AS-Nummer.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The third party that a key is made for is named by its AS number.</source>
        <translation>Der Dritte, für den ein Schlüssel gemacht ist, wird mit seiner AS-Nummer genannt.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 is no mail address.</source>
        <translation>%1 ist keine Mailadresse.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The key would have ended already.</source>
        <translation>Der Schlüssel wäre schon abgelaufen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A key lives for a year at most.</source>
        <translation>Ein Schlüssel gilt höchstens ein Jahr.</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyMail</name>
    <message numerus="yes">
        <location filename="../src/rak/keymail.cpp" line="+24"/>
        <source>Key %1 expires within %n day(s)</source>
        <translation>
            <numerusform>Schlüssel %1 läuft in höchstens %n Tag ab</numerusform>
            <numerusform>Schlüssel %1 läuft in höchstens %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Key %1 was issued</source>
        <translation>Schlüssel %1 wurde ausgestellt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Key %1 was renewed</source>
        <translation>Schlüssel %1 wurde erneuert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Key %1 renews itself from now on</source>
        <translation>Schlüssel %1 erneuert sich von nun an selbst</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Key %1 does not renew itself any more</source>
        <translation>Schlüssel %1 erneuert sich nicht mehr selbst</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Key %1 was revoked</source>
        <translation>Schlüssel %1 wurde widerrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Key %1 was withdrawn</source>
        <translation>Schlüssel %1 wurde entzogen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Key %1 has expired</source>
        <translation>Schlüssel %1 ist abgelaufen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source> and more specifics up to /%1</source>
        <translation> und spezifischere bis /%1</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>  and %n more</source>
        <translation>
            <numerusform>  und %n weiterer</numerusform>
            <numerusform>  und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Route objects that stand on this key are valid until it expires.</source>
        <translation>Route-Objekte, die auf diesem Schlüssel beruhen, gelten, bis er abläuft.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It can be renewed until then, not afterwards. Route objects that stand on it are removed when it expires.</source>
        <translation>Bis dahin lässt er sich erneuern, danach nicht mehr. Läuft er ab, werden die Route-Objekte entfernt, die auf ihm beruhen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Registries remove the route objects that stand on this key.</source>
        <translation>Registries entfernen die Route-Objekte, die auf diesem Schlüssel beruhen.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Key: %1</source>
        <translation>Schlüssel: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Label: %1</source>
        <translation>Bezeichnung: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Origin: %1</source>
        <translation>Ursprungs-AS: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Expires: %1</source>
        <translation>Läuft ab: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Prefixes:</source>
        <translation>Prefixe:</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyMenu</name>
    <message>
        <location filename="../ui/drafts/keymenu.cpp" line="+13"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Keys that go along</source>
        <translation>Schlüssel, die mitgehen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>No keys are held</source>
        <translation>Es gibt keine eigenen Schlüssel</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyReminders</name>
    <message>
        <location filename="../src/workflow/keys/keyreminders.cpp" line="+45"/>
        <source>%1 for %2 ends on %3.</source>
        <translation>%1 für %2 endet am %3.</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyRow</name>
    <message>
        <location filename="../ui/keys/keyrow.cpp" line="+53"/>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ends on %1</source>
        <translation>Endet am %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not valid yet</source>
        <translation>Noch nicht gültig</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Withdrawn</source>
        <translation>Entzogen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Route object</source>
        <translation>Route-Objekt</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+86"/>
        <location line="+70"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="-151"/>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Answered</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Route objects</source>
        <translation>Route-Objekte</translation>
    </message>
    <message>
        <location line="+54"/>
        <source>%1, %2 for %3, %4, %5</source>
        <translation>%1, %2 für %3, %4, %5</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+109"/>
        <source>Prefixes</source>
        <translation>Prefixe</translation>
    </message>
    <message>
        <location line="-103"/>
        <source>ASN</source>
        <translation>ASN</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Life left</source>
        <translation>Restlaufzeit</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+65"/>
        <source>Last checked</source>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <location line="-29"/>
        <source>Whether it holds</source>
        <translation>Ob er gilt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Its label or reference</source>
        <translation>Seine Bezeichnung oder Kennung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What may be announced</source>
        <translation>Was angekündigt werden darf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>AS number</source>
        <translation>AS-Nummer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name of the network</source>
        <translation>Name des Netzes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What is left of its life</source>
        <translation>Was von seiner Laufzeit bleibt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Somebody has checked it</source>
        <translation>Jemand hat ihn geprüft</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>for %1 %2</source>
        <comment>AS number and name</comment>
        <translation>für %1 %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Reference</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Made for</source>
        <translation>Bestimmt für</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Renews by itself</source>
        <translation>Erneuert sich selbst</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>As long as the resources are held</source>
        <translation>Solange die Ressourcen gehalten werden</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Told as well</source>
        <translation>Auch benachrichtigt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>May be announced</source>
        <translation>Darf angekündigt werden</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The first %1 are shown; a letter names all.</source>
        <translation>Gezeigt werden die ersten %1; ein Schreiben nennt alle.</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeySheet</name>
    <message>
        <location filename="../ui/shell/keysheet.cpp" line="+34"/>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyTerms</name>
    <message>
        <location filename="../src/rak/keyterms.cpp" line="+56"/>
        <source>The key expired on %1.</source>
        <translation>Der Schlüssel ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The key was revoked by its holder.</source>
        <translation>Der Schlüssel wurde von seinem Inhaber widerrufen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The key was withdrawn: its holder has lost a resource.</source>
        <translation>Der Schlüssel wurde entzogen: Sein Inhaber hat eine Ressource verloren.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The key is valid from %1 on.</source>
        <translation>Der Schlüssel gilt erst ab %1.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The key is for %1, not %2.</source>
        <translation>Der Schlüssel ist für %1, nicht für %2.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The key does not cover %1.</source>
        <translation>Der Schlüssel deckt %1 nicht ab.</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeyText</name>
    <message>
        <location filename="../src/rak/keytext.cpp" line="+100"/>
        <source>This is no key: it is too long.</source>
        <translation>Das ist kein Schlüssel: Es ist zu lang.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Character %1 is “%2”, which no key has.</source>
        <translation>Zeichen %1 ist „%2“, das in keinem Schlüssel vorkommt.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>There is no key.</source>
        <translation>Es ist kein Schlüssel angegeben.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A key begins with two digits and K, such as 00K.</source>
        <translation>Ein Schlüssel beginnt mit zwei Ziffern und K, etwa 00K.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>A key has %1 characters besides dashes, its reference %2; here are %3.</source>
        <translation>Ein Schlüssel hat ohne Bindestriche %1 Zeichen, seine Kennung %2; hier sind es %3.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The key is mistyped: its checksum does not fit.</source>
        <translation>Der Schlüssel ist vertippt: Seine Prüfsumme passt nicht.</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>This is a key of a version that is not known here.</source>
        <translation>Dies ist ein Schlüssel einer hier unbekannten Fassung.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 is no registry&apos;s number.</source>
        <translation>%1 ist die Nummer keiner Registry.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is only the reference of a key, which proves nothing by itself.</source>
        <translation>Dies ist nur die Kennung eines Schlüssels, die allein nichts beweist.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This is the secret key itself; only its reference belongs here.</source>
        <translation>Dies ist der geheime Schlüssel selbst; hierher gehört nur seine Kennung.</translation>
    </message>
</context>
<context>
    <name>peerdesk::Keys</name>
    <message>
        <location filename="../src/workflow/keys/keys.cpp" line="+45"/>
        <source>No issuer of keys is set up.</source>
        <translation>Es ist kein Aussteller von Schlüsseln eingerichtet.</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeysGroup</name>
    <message>
        <location filename="../ui/settings/keysgroup.cpp" line="+21"/>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The registry that the resources are from. What it says of keys and letters is believed.</source>
        <translation>Die Registry, von der die Ressourcen stammen. Was sie über Schlüssel und Schreiben sagt, wird geglaubt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+1"/>
        <source>Token for checking</source>
        <translation>Token zum Prüfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The issuer&apos;s credential for third parties, who check keys of others.</source>
        <translation>Die Zugangsdaten des Ausstellers für Dritte, die fremde Schlüssel prüfen.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Where route objects are registered with keys.</source>
        <translation>Wo Route-Objekte mit Schlüsseln eingetragen werden.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>This is no http or https address.</source>
        <translation>Das ist keine http- oder https-Adresse.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+1"/>
        <source>Token</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>peerdesk::KeysPage</name>
    <message>
        <location filename="../ui/keys/keyspage.cpp" line="+55"/>
        <source>Filter: status:valid, left&lt;30d, prefix, AS or network</source>
        <translation>Filter: status:valid, left&lt;30d, Prefix, AS oder Netz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>next, previous</source>
        <translation>nächste, vorige</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>issue</source>
        <translation>ausstellen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>renew</source>
        <translation>erneuern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>letter</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>check</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+136"/>
        <source>No key selected</source>
        <translation>Kein Schlüssel ausgewählt</translation>
    </message>
    <message>
        <location line="-110"/>
        <location line="+120"/>
        <source>Renew…</source>
        <translation>Erneuern …</translation>
    </message>
    <message>
        <location line="-119"/>
        <source>Save Letter…</source>
        <translation>Schreiben speichern …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Revoke…</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy Reference</source>
        <translation>Kennung kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+16"/>
        <source>Issue Key…</source>
        <translation>Schlüssel ausstellen …</translation>
    </message>
    <message>
        <location line="-15"/>
        <source>Check Key…</source>
        <translation>Schlüssel prüfen …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ask the Issuer Now</source>
        <translation>Aussteller jetzt fragen</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>No keys yet</source>
        <translation>Noch keine Schlüssel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A key lets one AS announce prefixes for a time, and anybody who is given it can check that.</source>
        <translation>Ein Schlüssel lässt ein AS eine Zeit lang Prefixe ankündigen, und wer ihn bekommt, kann das prüfen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No issuer of keys is set up</source>
        <translation>Kein Aussteller von Schlüsseln eingerichtet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keys come from the registry that the resources are from. Its address is a setting.</source>
        <translation>Schlüssel kommen von der Registry, von der die Ressourcen stammen. Die Adresse steht in den Einstellungen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>%1 (%2)</source>
        <comment>label and reference</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Renew %1…</source>
        <translation>%1 erneuern …</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>%1 was not renewed. %2</source>
        <translation>%1 wurde nicht erneuert. %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The issuer</source>
        <translation>Der Aussteller</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>%1 is revoked.</source>
        <translation>%1 ist widerrufen.</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1 is not valid any more</source>
        <translation>%1 gilt nicht mehr</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Save Letter</source>
        <translation>Schreiben speichern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The letter was written to %1.</source>
        <translation>Das Schreiben liegt in %1.</translation>
    </message>
</context>
<context>
    <name>peerdesk::Letter</name>
    <message>
        <location filename="../src/workflow/keys/letter.cpp" line="+33"/>
        <source>This is not the text of a letter of authorisation.</source>
        <translation>Das ist nicht der Text eines Autorisierungsschreibens.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The letter names no issuer that can be asked.</source>
        <translation>Das Schreiben nennt keinen Aussteller, der sich fragen lässt.</translation>
    </message>
</context>
<context>
    <name>peerdesk::LetterPdf</name>
    <message>
        <location filename="../ui/keys/letterpdf.cpp" line="+85"/>
        <source>Letter of authorisation</source>
        <translation>Autorisierungsschreiben (LOA)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>To originate routes, %1</source>
        <translation>Zum Ankündigen von Routen, %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 (%2)</source>
        <comment>AS number and name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, the holder of the resources listed below, authorises %2 to announce them with its AS number as origin, and its upstream networks to accept them, until %3. After that moment, or once the key has been revoked, this letter authorises nothing.</source>
        <translation>%1, Inhaber der unten aufgeführten Ressourcen, autorisiert %2, sie mit der eigenen AS-Nummer als Ursprung anzukündigen, und dessen Upstreams, sie anzunehmen, bis %3. Danach, oder sobald der Schlüssel widerrufen ist, autorisiert dieses Schreiben nichts.</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Reference</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The code holds the reference and the issuer, and proves nothing by itself: the issuer says whether it holds, to whom the key was shown.</source>
        <translation>Der Code enthält die Kennung und den Aussteller und beweist für sich nichts: Ob der Schlüssel gilt, sagt der Aussteller dem, dem der Schlüssel gezeigt wurde.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The code also holds what the issuer has signed of it.</source>
        <translation>Der Code enthält auch, was der Aussteller darüber signiert hat.</translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%n prefix(es)</source>
        <translation>
            <numerusform>%n Prefix</numerusform>
            <numerusform>%n Prefixe</numerusform>
        </translation>
    </message>
    <message>
        <location line="+40"/>
        <source>Made by Peerdesk for %1</source>
        <translation>Erstellt mit Peerdesk für %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Letter of authorisation %1</source>
        <translation>Autorisierungsschreiben (LOA) %1</translation>
    </message>
</context>
<context>
    <name>peerdesk::LocationTable</name>
    <message>
        <location filename="../ui/candidates/locationtable.cpp" line="+37"/>
        <location line="+155"/>
        <source>Sessions missing</source>
        <translation>Fehlende Sessions</translation>
    </message>
    <message>
        <location line="-148"/>
        <source>All there</source>
        <translation>Alle da</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Theirs only</source>
        <translation>Nur Gegenseite</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ours only</source>
        <translation>Nur wir</translation>
    </message>
    <message>
        <location line="+71"/>
        <source>Exchange</source>
        <translation>Internetknoten</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+59"/>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <location line="-52"/>
        <source>Its position is not known, so the map lists it beside</source>
        <translation>Seine Position ist nicht bekannt, deshalb ist er neben der Karte aufgeführt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Possible</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1, %2, %3 sessions missing</source>
        <translation>%1, %2, fehlende Sessions: %3</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Two letters</source>
        <translation>Zwei Buchstaben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Who is there</source>
        <translation>Wer dort ist</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Networks there</source>
        <translation>Netze dort</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sessions possible</source>
        <translation>Mögliche Sessions</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Its position is known</source>
        <translation>Seine Position ist bekannt</translation>
    </message>
    <message>
        <location line="-155"/>
        <source>None missing</source>
        <translation>Keine fehlt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sessions are drafted or asked for, or none is possible</source>
        <translation>Sessions sind entworfen oder angefragt, oder keine ist möglich</translation>
    </message>
</context>
<context>
    <name>peerdesk::LoopbackReply</name>
    <message>
        <location filename="../src/auth/loopbackreply.cpp" line="+28"/>
        <source>Port %1 of this machine, where the browser has to come back to, is in use.</source>
        <translation>Port %1 dieses Rechners, an den der Browser zurückkommen muss, ist belegt.</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>This address only takes part in signing in.</source>
        <translation>Diese Adresse dient nur der Anmeldung.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Not this sign-in</source>
        <translation>Nicht diese Anmeldung</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>This redirect does not belong to the sign-in in progress.</source>
        <translation>Diese Weiterleitung gehört nicht zur laufenden Anmeldung.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The redirect came from another provider: %1</source>
        <translation>Die Weiterleitung kam von einem anderen Anbieter: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+6"/>
        <location line="+5"/>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>The redirect came from another provider.</source>
        <translation>Die Weiterleitung kam von einem anderen Anbieter.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The provider said: %1</source>
        <translation>Der Anbieter sagt: %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+1"/>
        <source>The redirect carried no code.</source>
        <translation>Die Weiterleitung enthielt keinen Code.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Back to Peerdesk</source>
        <translation>Zurück zu Peerdesk</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Peerdesk finishes the sign-in. This page can be closed.</source>
        <translation>Peerdesk schließt die Anmeldung ab. Diese Seite kann geschlossen werden.</translation>
    </message>
</context>
<context>
    <name>peerdesk::MailTemplate</name>
    <message>
        <location filename="../src/workflow/mails/mailtemplate.cpp" line="+62"/>
        <source>{other_asn} {other_name} asks for BGP sessions with {own_asn}</source>
        <translation>{other_asn} {other_name} fragt BGP-Sessions mit {own_asn} an</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>{requester} asks in the name of {other_asn} {other_name} for BGP sessions with {own_asn}:

{sessions}
Those that are pending wait for a decision at the desk (Peerdesk, Inbound).

Request {request_id} at {endpoint}
</source>
        <translation>{requester} fragt im Namen von {other_asn} {other_name} BGP-Sessions mit {own_asn} an:

{sessions}
Was „pending“ ist, wartet am Arbeitsplatz auf eine Entscheidung (Peerdesk, Eingang).

Anfrage {request_id} an {endpoint}
</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>{own_asn} has decided on the BGP sessions that {other_asn} asked for</source>
        <translation>{own_asn} hat über die BGP-Sessions entschieden, die {other_asn} angefragt hat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What {own_asn} has decided on the BGP sessions that {requester} asked for in the name of {other_asn}:

{sessions}
Request {request_id} at {endpoint}
Questions to {contact}
</source>
        <translation>So hat {own_asn} über die BGP-Sessions entschieden, die {requester} im Namen von {other_asn} angefragt hat:

{sessions}
Anfrage {request_id} an {endpoint}
Fragen an {contact}
</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>{own_asn} has taken back BGP sessions with {other_asn}</source>
        <translation>{own_asn} hat BGP-Sessions mit {other_asn} zurückgenommen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>{requester} asked in the name of {other_asn} for BGP sessions with {own_asn}. They were approved, and {own_asn} has taken them back:

{sessions}
Request {request_id} at {endpoint}
Questions to {contact}
</source>
        <translation>{requester} hat im Namen von {other_asn} BGP-Sessions mit {own_asn} angefragt. Sie wurden genehmigt, und {own_asn} hat sie zurückgenommen:

{sessions}
Anfrage {request_id} an {endpoint}
Fragen an {contact}
</translation>
    </message>
</context>
<context>
    <name>peerdesk::MainWindow</name>
    <message>
        <location filename="../ui/shell/mainwindow.cpp" line="+36"/>
        <source>Peerdesk</source>
        <translation>Peerdesk</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>&amp;Network</source>
        <translation>&amp;Netz</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>&amp;Session</source>
        <translation>&amp;Session</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Command Palette…</source>
        <translation>Befehlspalette …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location line="+90"/>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <location line="-100"/>
        <source>About Peerdesk</source>
        <translation>Über Peerdesk</translation>
    </message>
</context>
<context>
    <name>peerdesk::MapClusters</name>
    <message numerus="yes">
        <location filename="../ui/map/mapclusters.cpp" line="+85"/>
        <source>%n session(s) missing</source>
        <translation>
            <numerusform>%n Session fehlt</numerusform>
            <numerusform>%n Sessions fehlen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>shared, all there</source>
        <translation>gemeinsam, alle da</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>theirs only</source>
        <translation>nur Gegenseite</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>ours only</source>
        <translation>nur wir</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>not shared</source>
        <translation>nicht gemeinsam</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1, position of the city</source>
        <translation>%1, Position der Stadt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2</source>
        <comment>exchange and what is there</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <location line="+11"/>
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-29"/>
        <source>%n session(s) drafted or asked for</source>
        <translation>
            <numerusform>%n Session entworfen oder angefragt</numerusform>
            <numerusform>%n Sessions entworfen oder angefragt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>shared, no session possible</source>
        <translation>gemeinsam, keine Session möglich</translation>
    </message>
</context>
<context>
    <name>peerdesk::MapMarkers</name>
    <message>
        <location filename="../ui/map/mapmarkers.cpp" line="+93"/>
        <source>sessions missing</source>
        <translation>Sessions fehlen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>all there</source>
        <translation>alle da</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>theirs only</source>
        <translation>nur Gegenseite</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>ours only</source>
        <translation>nur wir</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>asked for or not possible</source>
        <translation>angefragt oder nicht möglich</translation>
    </message>
</context>
<context>
    <name>peerdesk::MapWidget</name>
    <message>
        <location filename="../ui/map/mapwidget.cpp" line="+40"/>
        <source>Map of exchanges</source>
        <translation>Karte der Internetknoten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The same exchanges are in the table of locations.</source>
        <translation>Dieselben Internetknoten stehen in der Tabelle der Orte.</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>peerdesk::MessageBar</name>
    <message>
        <location filename="../ui/widgets/messagebar.cpp" line="+52"/>
        <location line="+1"/>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>peerdesk::Mirror</name>
    <message>
        <location filename="../src/peeringdb/mirror.cpp" line="+115"/>
        <source>The mirror is being brought up to date already</source>
        <translation>Der Spiegel wird schon aktualisiert</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Nothing can be written beside %1: its folder is full, read-only or not ours</source>
        <translation>Neben %1 lässt sich nichts schreiben: Der Ordner ist voll, schreibgeschützt oder gehört jemand anderem</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Another program is bringing the mirror up to date</source>
        <translation>Ein anderes Programm aktualisiert gerade den Spiegel</translation>
    </message>
    <message>
        <location line="+137"/>
        <source>PeeringDB is not asked again so soon</source>
        <translation>PeeringDB wird so bald nicht erneut gefragt</translation>
    </message>
</context>
<context>
    <name>peerdesk::MirrorGroup</name>
    <message>
        <location filename="../ui/settings/mirrorgroup.cpp" line="+27"/>
        <source>This is neither an https address nor a folder.</source>
        <translation>Das ist weder eine https-Adresse noch ein Ordner.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>This is no https address.</source>
        <translation>Das ist keine https-Adresse.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Mirror of PeeringDB</source>
        <translation>Spiegel von PeeringDB</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+10"/>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <location line="-6"/>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Only when asked for</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The public dumps, or a folder that holds them.</source>
        <translation>Die öffentlichen Dumps oder ein Ordner, der sie enthält.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Changes from</source>
        <translation>Änderungen von</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Refresh every</source>
        <translation>Auffrischen alle</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>PeeringDB asks for an hour or more.</source>
        <translation>PeeringDB bittet um eine Stunde oder mehr.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Shows contacts that only signed-in readers see. Kept in the keychain, not in a file.</source>
        <translation>Zeigt Kontakte, die nur angemeldete Leser sehen. Liegt im Schlüsselbund, nicht in einer Datei.</translation>
    </message>
</context>
<context>
    <name>peerdesk::NetworkChoice</name>
    <message>
        <location filename="../ui/signin/networkchoice.cpp" line="+18"/>
        <source>May send requests</source>
        <translation>Darf Anfragen senden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Typed, to look around</source>
        <translation>Eingegeben, zum Umsehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>To look around: this person may only read it at PeeringDB</source>
        <translation>Zum Umsehen: Diese Person darf es bei PeeringDB nur lesen</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
</context>
<context>
    <name>peerdesk::NetworkColumns</name>
    <message>
        <location filename="../ui/widgets/networkcolumns.h" line="+28"/>
        <source>ASN</source>
        <translation>ASN</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
</context>
<context>
    <name>peerdesk::NetworkContent</name>
    <message>
        <location filename="../ui/candidates/networkcontent.cpp" line="+66"/>
        <source>no contract</source>
        <translation>kein Vertrag</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>contract: %1</source>
        <translation>Vertrag: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>ratio required</source>
        <translation>Verhältnis verlangt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>locations: %1</source>
        <translation>Orte: %1</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+3"/>
        <location line="+9"/>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>known, locations asked %1</source>
        <translation>bekannt, Orte erfragt %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>known</source>
        <translation>bekannt</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Prefix limits</source>
        <translation>Prefix-Limits</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>AS-SET</source>
        <translation>AS-SET</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Looking glass</source>
        <translation>Looking Glass</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Route server</source>
        <translation>Route-Server</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Via route servers</source>
        <translation>Über Route-Server</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message numerus="yes">
        <location line="+64"/>
        <source>%n pairs of ports</source>
        <translation>
            <numerusform>%n Portpaar</numerusform>
            <numerusform>%n Portpaare</numerusform>
        </translation>
    </message>
    <message>
        <location line="-1"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="-51"/>
        <source>%1 %2</source>
        <comment>family and standing</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>not possible now</source>
        <translation>derzeit nicht möglich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>drafted or asked for</source>
        <translation>entworfen oder angefragt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>exists</source>
        <translation>besteht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>established</source>
        <translation>aufgebaut</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>They have no %1 here</source>
        <translation>Die andere Seite hat hier kein %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>We have no %1 here</source>
        <translation>Die eigene Seite hat hier kein %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Neither side has %1 here</source>
        <translation>Keine Seite hat hier %1</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>both ports not operational</source>
        <translation>beide Ports nicht in Betrieb</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>our port not operational</source>
        <translation>eigener Port nicht in Betrieb</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>their port not operational</source>
        <translation>anderer Port nicht in Betrieb</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>in different prefixes</source>
        <translation>in verschiedenen Präfixen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>operational</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not operational</source>
        <translation>nicht in Betrieb</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>%1 – %2</source>
        <comment>two addresses</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Ours: %1
Theirs: %2</source>
        <translation>Eigener: %1
Anderer: %2</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>PeeringDB and their endpoint name it</source>
        <translation>PeeringDB und der Endpunkt der Gegenseite nennen ihn</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>both sources</source>
        <translation>beide Quellen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>PeeringDB</source>
        <translation>PeeringDB</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only PeeringDB names it</source>
        <translation>Nur PeeringDB nennt ihn</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>theirs</source>
        <translation>Gegenseite</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only their endpoint names it</source>
        <translation>Nur der Endpunkt der Gegenseite nennt ihn</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1, %2</source>
        <comment>city and country</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Exchange</source>
        <translation>Internetknoten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>v4</source>
        <translation>v4</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>v6</source>
        <translation>v6</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>A port is not operational on one side</source>
        <translation>Auf einer Seite ist ein Port nicht in Betrieb</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Shared exchanges</source>
        <translation>Gemeinsame Internetknoten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 of them with operational ports on both sides</source>
        <translation>%1 davon mit Ports in Betrieb auf beiden Seiten</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>PeeringDB shows contacts only to those with an API key. It can be set in the settings.</source>
        <translation>PeeringDB zeigt Kontakte nur mit einem API-Schlüssel. Er lässt sich in den Einstellungen hinterlegen.</translation>
    </message>
    <message>
        <location line="-241"/>
        <location line="+248"/>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>None are published.</source>
        <translation>Keine veröffentlicht.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Exchanges of theirs alone</source>
        <translation>Internetknoten nur der Gegenseite</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Exchanges of ours alone</source>
        <translation>Nur eigene Internetknoten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Shared facilities</source>
        <translation>Gemeinsame Rechenzentren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Facilities of theirs alone</source>
        <translation>Rechenzentren nur der Gegenseite</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Facilities of ours alone</source>
        <translation>Nur eigene Rechenzentren</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 possible, %2 missing, %3 asked for, %4 exist</source>
        <translation>%1 möglich, %2 fehlend, %3 angefragt, %4 bestehend</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>not known: listed beside the map</source>
        <translation>nicht bekannt: neben der Karte aufgeführt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>from its facilities</source>
        <translation>aus seinen Rechenzentren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>of its city (GeoNames)</source>
        <translation>die seiner Stadt (GeoNames)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Position</source>
        <translation>Position</translation>
    </message>
</context>
<context>
    <name>peerdesk::NetworkTable</name>
    <message>
        <location filename="../ui/candidates/networktable.cpp" line="+51"/>
        <source>not in PeeringDB</source>
        <translation>nicht in PeeringDB</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>ASN</source>
        <translation>ASN</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Exchanges where both networks have a port</source>
        <translation>Internetknoten, an denen beide Netze einen Port haben</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 of them with live ports on both sides</source>
        <translation>%1 davon mit Ports in Betrieb auf beiden Seiten</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Possible sessions that are neither there nor asked for</source>
        <translation>Mögliche Sessions, die weder bestehen noch angefragt sind</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1 possible, %2 asked for, %3 exist</source>
        <translation>%1 möglich, %2 angefragt, %3 bestehend</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+4"/>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>no IPv6</source>
        <translation>kein IPv6</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Prefixes</source>
        <translation>Prefixe</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Prefix limits, IPv4 / IPv6</source>
        <translation>Prefix-Limits, IPv4 / IPv6</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Route server</source>
        <translation>Route-Server</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Shared exchanges where both are at the route server</source>
        <translation>Gemeinsame Internetknoten, an denen beide am Route-Server sind</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Never via RS</source>
        <translation>Nie über RS</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Asks others to drop its routes when a route server hands them on</source>
        <translation>Bittet andere, seine Routen zu verwerfen, wenn ein Route-Server sie weiterreicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>never via route servers</source>
        <translation>nie über Route-Server</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Relation</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <location line="+72"/>
        <source>%1 %2, %3 exchanges shared, %4 sessions missing</source>
        <translation>%1 %2, gemeinsame Internetknoten: %3, fehlende Sessions: %4</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>AS number</source>
        <translation>AS-Nummer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Shared exchange</source>
        <translation>Gemeinsamer Internetknoten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Peering policy</source>
        <translation>Peering-Policy</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Exchanges shared</source>
        <translation>Gemeinsame Internetknoten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sessions missing</source>
        <translation>Fehlende Sessions</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Traffic in bit/s, as 1G</source>
        <translation>Verkehr in bit/s, etwa 1G</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Traffic ratio</source>
        <translation>Verkehrsverhältnis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>IPv4 prefix limit</source>
        <translation>IPv4-Prefix-Limit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>IPv6 prefix limit</source>
        <translation>IPv6-Prefix-Limit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Network type</source>
        <translation>Art des Netzes</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Geographic scope</source>
        <translation>Geografische Reichweite</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Announces IPv6</source>
        <translation>Kündigt IPv6 an</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Both at a route server</source>
        <translation>Beide an einem Route-Server</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Never via route servers</source>
        <translation>Nie über Route-Server</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Time since the last update</source>
        <translation>Zeit seit der letzten Aktualisierung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Has sessions with us</source>
        <translation>Hat Sessions mit uns</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Has drafts or open requests</source>
        <translation>Hat Entwürfe oder offene Anfragen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Its endpoint is known</source>
        <translation>Sein Endpunkt ist bekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What it is to us</source>
        <translation>Was es für uns ist</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Our comment</source>
        <translation>Eigener Kommentar</translation>
    </message>
</context>
<context>
    <name>peerdesk::NewDraftBar</name>
    <message>
        <location filename="../ui/drafts/newdraftbar.cpp" line="+34"/>
        <source>Draft sessions with</source>
        <translation>Sessions entwerfen mit</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>AS number or name</source>
        <translation>AS-Nummer oder Name</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>AS number or name of the other network</source>
        <translation>AS-Nummer oder Name des anderen Netzes</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1 is reserved: no network has it.</source>
        <translation>%1 ist reserviert: Kein Netz hat diese Nummer.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>This is neither an AS number nor the name of a network in PeeringDB.</source>
        <translation>Das ist weder eine AS-Nummer noch der Name eines Netzes in PeeringDB.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Several networks are called so: choose one of them, or type its AS number.</source>
        <translation>Mehrere Netze heißen so: eines davon wählen oder seine AS-Nummer eingeben.</translation>
    </message>
</context>
<context>
    <name>peerdesk::Notices</name>
    <message>
        <location filename="../src/workflow/notices/notices.cpp" line="+34"/>
        <source>%1 approved a session</source>
        <translation>%1 hat eine Session genehmigt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 rejected a session</source>
        <translation>%1 hat eine Session abgelehnt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The session with %1 is established</source>
        <translation>Die Session mit %1 ist aufgebaut</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The session with %1 is no longer established</source>
        <translation>Die Session mit %1 ist nicht mehr aufgebaut</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A key for %1 ends soon</source>
        <translation>Ein Schlüssel für %1 endet bald</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 waits for an answer</source>
        <translation>%1 wartet auf eine Antwort</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Approved by %1: %2</source>
        <translation>Genehmigt von %1: %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Rejected by %1: %2</source>
        <translation>Abgelehnt von %1: %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Established with %1: %2</source>
        <translation>Aufgebaut mit %1: %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No longer established with %1: %2</source>
        <translation>Nicht mehr aufgebaut mit %1: %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Waiting for an answer to %1: %2</source>
        <translation>Offene Antworten an %1: %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Keys for %1 that end soon: %2</source>
        <translation>Bald endende Schlüssel für %1: %2</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 pieces of news</source>
        <translation>%1 Neuigkeiten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 changes of sessions</source>
        <translation>%1 Änderungen an Sessions</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>and more</source>
        <translation>und weitere</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>The desktop shows no notifications: %1 News stays visible in the pages.</source>
        <translation>Die Arbeitsumgebung zeigt keine Benachrichtigungen: %1 Neues bleibt auf den Seiten sichtbar.</translation>
    </message>
</context>
<context>
    <name>peerdesk::Origin</name>
    <message>
        <location filename="../src/rak/origin.cpp" line="+36"/>
        <source>AS 0 cannot originate routes.</source>
        <translation>AS 0 kann keine Routen ankündigen.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 is reserved: no key can be issued for it.</source>
        <translation>%1 ist reserviert: Dafür lässt sich kein Schlüssel ausstellen.</translation>
    </message>
</context>
<context>
    <name>peerdesk::OwnEndpoint</name>
    <message>
        <location filename="../src/workflow/endpoints/ownendpoint.cpp" line="+118"/>
        <source>peerdeskd is not installed (Debian package peerdeskd).</source>
        <translation>peerdeskd ist nicht installiert (Debian-Paket peerdeskd).</translation>
    </message>
</context>
<context>
    <name>peerdesk::OwnEndpointGroup</name>
    <message>
        <location filename="../ui/settings/ownendpointgroup.cpp" line="+24"/>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Answers at %1</source>
        <translation>Antwortet unter %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It ended and will be started again: %1</source>
        <translation>Er wurde beendet und wird neu gestartet: %1</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Endpoint on this machine</source>
        <translation>Endpunkt auf diesem Rechner</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Answer what other networks ask, while the desk is open</source>
        <translation>Anfragen anderer Netze beantworten, solange der Arbeitsplatz offen ist</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Write One</source>
        <translation>Datei anlegen</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A peerdeskd.toml with the desk&apos;s database. Without this, peerdeskd runs as a service of its own, or not at all.</source>
        <translation>Eine peerdeskd.toml mit der Datenbank des Arbeitsplatzes. Sonst läuft peerdeskd als eigener Dienst oder gar nicht.</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>%1 is there already and stays as it is.</source>
        <translation>%1 gibt es schon und bleibt, wie es ist.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The configuration</source>
        <translation>Die Konfiguration</translation>
    </message>
</context>
<context>
    <name>peerdesk::PlaceSignIn</name>
    <message>
        <location filename="../ui/settings/placesignin.cpp" line="+51"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Sign Out There</source>
        <translation>Dort abmelden</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Sign In There</source>
        <translation>Dort anmelden</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Waiting for the browser at %1</source>
        <translation>Warten auf den Browser bei %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
</context>
<context>
    <name>peerdesk::Policies</name>
    <message>
        <location filename="../src/workflow/policy/policies.cpp" line="+113"/>
        <source>The policy has faults</source>
        <translation>Die Policy hat Fehler</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>A change of the policy needs somebody who made it</source>
        <translation>Eine Änderung der Policy braucht jemanden, der sie vornimmt</translation>
    </message>
</context>
<context>
    <name>peerdesk::PolicyFault</name>
    <message>
        <location filename="../src/workflow/policy/policytext.cpp" line="+30"/>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>must be &quot;approve&quot;, &quot;reject&quot; or &quot;ask&quot;</source>
        <translation>muss „approve“, „reject“ oder „ask“ sein</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>is only told with a rejection</source>
        <translation>wird nur bei einer Ablehnung mitgeteilt</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>must be a day, as in &quot;2027-01-31&quot;</source>
        <translation>muss ein Tag sein, etwa „2027-01-31“</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>must be &quot;public&quot; or &quot;private&quot;</source>
        <translation>muss „public“ oder „private“ sein</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>must be &quot;ipv4&quot; or &quot;ipv6&quot;</source>
        <translation>muss „ipv4“ oder „ipv6“ sein</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>must be of provider, rs, rs-client, customer, peer</source>
        <translation>darf nur provider, rs, rs-client, customer und peer enthalten</translation>
    </message>
    <message>
        <location line="+39"/>
        <source>The policy has faults</source>
        <translation>Die Policy hat Fehler</translation>
    </message>
    <message>
        <location line="+90"/>
        <source>must be &quot;open&quot;, &quot;selective&quot; or &quot;restrictive&quot;</source>
        <translation>muss „open“, „selective“ oder „restrictive“ sein</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>is the name of another rule</source>
        <translation>ist der Name einer anderen Regel</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>is missing: an override is for certain networks</source>
        <translation>fehlt: Eine Ausnahme gilt für bestimmte Netze</translation>
    </message>
</context>
<context>
    <name>peerdesk::PolicyHead</name>
    <message>
        <location filename="../ui/policy/policyhead.cpp" line="+63"/>
        <source>Policy of %1</source>
        <translation>Policy von %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No endpoint has shown its policy here yet. What is saved here is in force at every endpoint on this database.</source>
        <translation>Noch hat kein Endpunkt seine Policy hier gezeigt. Was hier gespeichert wird, gilt an jedem Endpunkt mit dieser Datenbank.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>In force at every endpoint on this database, edited by %1 %2</source>
        <translation>Gilt an jedem Endpunkt mit dieser Datenbank, bearbeitet von %1 %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>In force: the endpoint&apos;s configuration, as %1 read it %2. What is saved here takes its place.</source>
        <translation>Es gilt die Konfiguration des Endpunkts, wie %1 sie %2 gelesen hat. Was hier gespeichert wird, tritt an ihre Stelle.</translation>
    </message>
</context>
<context>
    <name>peerdesk::PolicyPage</name>
    <message>
        <location filename="../ui/policy/policypage.cpp" line="+65"/>
        <source>Rules of the policy</source>
        <translation>Regeln der Policy</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No network chosen yet</source>
        <translation>Noch kein Netz gewählt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Here stands how one network answers others. It is chosen on the account page.</source>
        <translation>Hier steht, wie ein Netz anderen antwortet. Gewählt wird es auf der Seite „Konto“.</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Save Policy</source>
        <translation>Policy speichern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Try It</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Discard Changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add Rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add Override</source>
        <translation>Ausnahme hinzufügen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A rule for certain networks, before all others</source>
        <translation>Eine Regel für bestimmte Netze, vor allen anderen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Add Condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next Problem</source>
        <translation>Nächstes Problem</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Use the Policy of the Configuration</source>
        <translation>Policy der Konfiguration verwenden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy as TOML</source>
        <translation>Als TOML kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next Rule</source>
        <translation>Nächste Regel</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Previous Rule</source>
        <translation>Vorige Regel</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>next, previous</source>
        <translation>nächste, vorige</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Alt+Up</source>
        <translation>Alt+Hoch</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Alt+Down</source>
        <translation>Alt+Herunter</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>F8</source>
        <translation>F8</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>next problem</source>
        <translation>nächstes Problem</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>try it</source>
        <translation>ausprobieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>save</source>
        <translation>speichern</translation>
    </message>
    <message>
        <location line="+64"/>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 changed the policy meanwhile. What was edited here is not saved.</source>
        <translation>%1 hat die Policy inzwischen geändert. Was hier bearbeitet wurde, ist nicht gespeichert.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Load the New One</source>
        <translation>Neue Policy laden</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The policy in force cannot be read by this program: a newer Peerdesk wrote it. It cannot be edited here.</source>
        <translation>Die geltende Policy kann dieses Programm nicht lesen: Ein neueres Peerdesk hat sie geschrieben. Hier lässt sie sich nicht bearbeiten.</translation>
    </message>
    <message numerus="yes">
        <location line="+52"/>
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing is changed</source>
        <translation>Nichts ist geändert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sign in first: a change needs somebody who made it</source>
        <translation>Zuerst anmelden: Eine Änderung braucht jemanden, der sie vornimmt</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>%1 %2.</source>
        <comment>a field and what is wrong with it</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>A rule without a name</source>
        <translation>Eine Regel ohne Namen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rule %1 of %2: the first that applies decides</source>
        <translation>Regel %1 von %2: Die erste zutreffende entscheidet</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Where no rule applies</source>
        <translation>Wo keine Regel zutrifft</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the network&apos;s policy is called</source>
        <translation>Wie die Policy des Netzes heißt</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Back to the configuration&apos;s by %1</source>
        <translation>Von %1 auf die Policy der Konfiguration zurückgesetzt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Saved by %1</source>
        <translation>Von %1 gespeichert</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The policy</source>
        <translation>Die Policy</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>Discarded the changes</source>
        <translation>Änderungen verworfen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>New override</source>
        <translation>Neue Ausnahme</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Removed the rule “%1”</source>
        <translation>Regel „%1“ entfernt</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>Putting the policy of the configuration in force</source>
        <translation>Policy der Konfiguration wird in Kraft gesetzt</translation>
    </message>
</context>
<context>
    <name>peerdesk::PolicyWords</name>
    <message>
        <location filename="../ui/policy/policywords.cpp" line="+25"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the other network is told</source>
        <translation>Was dem anderen Netz mitgeteilt wird</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Valid key (RAK) with the request</source>
        <translation>Gültiger Schlüssel (RAK) mit der Anfrage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kind of place</source>
        <translation>Art des Ortes</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+43"/>
        <source>Exchanges</source>
        <translation>Internetknoten</translation>
    </message>
    <message>
        <location line="-42"/>
        <source>PeeringDB&apos;s numbers: 26, 42</source>
        <translation>Nummern bei PeeringDB: 26, 42</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+41"/>
        <source>Facilities</source>
        <translation>Rechenzentren</translation>
    </message>
    <message>
        <location line="-40"/>
        <source>PeeringDB&apos;s numbers: 17, 58</source>
        <translation>Nummern bei PeeringDB: 17, 58</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Family</source>
        <translation>Adressfamilie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Their role</source>
        <translation>Rolle der Gegenseite</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Both addresses in PeeringDB</source>
        <translation>Beide Adressen in PeeringDB</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Their policy</source>
        <translation>Policy der Gegenseite</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kind of network</source>
        <translation>Art des Netzes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scope</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Traffic ratio</source>
        <translation>Verkehrsverhältnis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>AS-SET in PeeringDB</source>
        <translation>AS-SET in PeeringDB</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Prefixes at least</source>
        <translation>Prefixe mindestens</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Prefixes at most</source>
        <translation>Prefixe höchstens</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Traffic in Mbit/s at least</source>
        <translation>Verkehr in Mbit/s mindestens</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Shared exchanges at least</source>
        <translation>Gemeinsame Internetknoten mindestens</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sessions with us at least</source>
        <translation>Sessions mit uns mindestens</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sessions with us at most</source>
        <translation>Sessions mit uns höchstens</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Peer</source>
        <translation>Peer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Route server</source>
        <translation>Route-Server</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Route server client</source>
        <translation>Route-Server-Client</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Ask a person</source>
        <translation>Menschen fragen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Restrictive</source>
        <translation>Restriktiv</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Selective</source>
        <translation>Selektiv</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Approves plain peering between addresses registered in PeeringDB, and asks a person about the rest.</source>
        <translation>Genehmigt einfaches Peering zwischen Adressen, die in PeeringDB eingetragen sind, und fragt sonst einen Menschen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Rejects, with the request to write first.</source>
        <translation>Lehnt ab, mit der Bitte, zuerst zu schreiben.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Asks a person.</source>
        <translation>Fragt einen Menschen.</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>%1: %2</source>
        <comment>a condition and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
</context>
<context>
    <name>peerdesk::PrefixSet</name>
    <message>
        <location filename="../src/rak/prefixset.cpp" line="+45"/>
        <source>There is no prefix.</source>
        <translation>Es ist kein Prefix angegeben.</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+105"/>
        <source>A key takes %1 prefixes; these are more.</source>
        <translation>Ein Schlüssel nimmt %1 Prefixe auf; dies sind mehr.</translation>
    </message>
    <message>
        <location line="-66"/>
        <source>The longest length for %1 is from %2 to %3, not %4.</source>
        <translation>Die größte Länge für %1 ist %2 bis %3, nicht %4.</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1 stands in the list already.</source>
        <translation>%1 steht schon in der Liste.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 lies within %2, which is in the list as well: a longest length for that one, or a key of its own, says what is meant.</source>
        <translation>%1 liegt in %2, das ebenfalls in der Liste steht: Eine größte Länge dort oder ein eigener Schlüssel sagt, was gemeint ist.</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>A prefix is missing.</source>
        <translation>Ein Prefix fehlt.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>A length is a whole number.</source>
        <translation>Eine Länge ist eine ganze Zahl.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A prefix has “prefix” and “max_length”, and nothing else.</source>
        <translation>Ein Prefix hat „prefix“ und „max_length“ und sonst nichts.</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>The prefixes are a list.</source>
        <translation>Die Prefixe sind eine Liste.</translation>
    </message>
</context>
<context>
    <name>peerdesk::RakCodec</name>
    <message>
        <location filename="../src/endpoint/rak/rakcodec.cpp" line="+31"/>
        <source>The body is no JSON object.</source>
        <translation>Der Rumpf ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>There is no such member.</source>
        <translation>So ein Feld gibt es nicht.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>This is a text.</source>
        <translation>Dies ist ein Text.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>This is true or false.</source>
        <translation>Dies ist true oder false.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>A time is written as in 2027-11-23T12:00:00Z.</source>
        <translation>Eine Zeit wird geschrieben wie 2027-11-23T12:00:00Z.</translation>
    </message>
    <message>
        <location line="+11"/>
        <location line="+56"/>
        <source>An AS is a number from 1 to 4294967295.</source>
        <translation>Ein AS ist eine Zahl von 1 bis 4294967295.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>This is a list of mail addresses.</source>
        <translation>Dies ist eine Liste von Mailadressen.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>This is no mail address.</source>
        <translation>Das ist keine Mailadresse.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>A new end is needed, or auto_renew.</source>
        <translation>Nötig ist ein neues Ende oder auto_renew.</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>At most %1 at once.</source>
        <translation>Höchstens %1 auf einmal.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>This is no prefix such as 192.0.2.0/24, without host bits.</source>
        <translation>Das ist kein Prefix wie 192.0.2.0/24, ohne Host-Bits.</translation>
    </message>
</context>
<context>
    <name>peerdesk::RakJournalStore</name>
    <message>
        <location filename="../src/storage/rakjournalstore.cpp" line="+34"/>
        <source>The database holds the keys of registry %1, not of %2</source>
        <translation>Die Datenbank enthält die Schlüssel der Registry %1, nicht die von %2</translation>
    </message>
</context>
<context>
    <name>peerdesk::ReasonBar</name>
    <message>
        <location filename="../ui/inbound/reasonbar.cpp" line="+36"/>
        <source>Reason, told to the other network</source>
        <translation>Grund, wird dem anderen Netz mitgeteilt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>A reason is needed: the other network is told.</source>
        <translation>Ein Grund ist nötig: er wird dem anderen Netz gesagt.</translation>
    </message>
</context>
<context>
    <name>peerdesk::RegistryPage</name>
    <message>
        <location filename="../ui/keys/registrypage.cpp" line="+43"/>
        <source>Filter: left&lt;30d, hidden, prefix, AS, maintainer or key</source>
        <translation>Filter: left&lt;30d, hidden, Prefix, AS, Maintainer oder Schlüssel</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Route objects</source>
        <translation>Route-Objekte</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n route object(s)</source>
        <translation>
            <numerusform>%n Route-Objekt</numerusform>
            <numerusform>%n Route-Objekte</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>next, previous</source>
        <translation>nächste, vorige</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>create</source>
        <translation>anlegen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>change</source>
        <translation>ändern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+103"/>
        <source>No route object selected</source>
        <translation>Kein Route-Objekt ausgewählt</translation>
    </message>
    <message>
        <location line="-87"/>
        <source>Create Route Object…</source>
        <translation>Route-Objekt anlegen …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ask the Registry Now</source>
        <translation>Registry jetzt fragen</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>No route objects yet</source>
        <translation>Noch keine Route-Objekte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A route object is registered with the key that the holder of its prefix gave, and falls with it.</source>
        <translation>Ein Route-Objekt wird mit dem Schlüssel eingetragen, den der Inhaber seines Prefixes gab, und entfällt mit ihm.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No registry of route objects is set up</source>
        <translation>Keine Registry für Route-Objekte eingerichtet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Its address is a setting.</source>
        <translation>Die Adresse steht in den Einstellungen.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <location line="+93"/>
        <source>Deleting %1 announced by %2</source>
        <translation>%1, angekündigt von %2, wird gelöscht</translation>
    </message>
</context>
<context>
    <name>peerdesk::RelationEditor</name>
    <message>
        <location filename="../ui/candidates/relationeditor.cpp" line="+41"/>
        <location line="+8"/>
        <source>Relation</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <location line="-7"/>
        <source>Customers, upstreams, never and declined are no candidates</source>
        <translation>„Kunde“, „Upstream“, „Nie“ und „Abgelehnt“ sind keine Kandidaten</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Declined until</source>
        <translation>Abgelehnt bis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A candidate again from this day on</source>
        <translation>Ab diesem Tag wieder Kandidat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Comment, for ourselves</source>
        <translation>Kommentar, für den eigenen Gebrauch</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>peerdesk::RelativeTime</name>
    <message numerus="yes">
        <location filename="../ui/widgets/relativetime.cpp" line="+32"/>
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n Monat</numerusform>
            <numerusform>%n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n Jahr</numerusform>
            <numerusform>%n Jahren</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>peerdesk::RemotePage</name>
    <message>
        <location filename="../ui/keys/remotepage.cpp" line="+80"/>
        <source>Sign In There</source>
        <translation>Dort anmelden</translation>
    </message>
</context>
<context>
    <name>peerdesk::RenewSheet</name>
    <message>
        <location filename="../ui/keys/renewsheet.cpp" line="+13"/>
        <location line="+40"/>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <location line="-38"/>
        <source>Renew now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Renew automatically, as long as the resources are held</source>
        <translation>Automatisch erneuern, solange die Ressourcen gehalten werden</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The key stays the same, with its prefixes and its AS; only its end moves.</source>
        <translation>Der Schlüssel bleibt derselbe, mit seinen Prefixen und seinem AS; nur sein Ende verschiebt sich.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>New last day</source>
        <translation>Neuer letzter Tag</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>In UTC, a year from now at most.</source>
        <translation>In UTC, höchstens ein Jahr von jetzt an.</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>peerdesk::ReportPdf</name>
    <message>
        <location filename="../ui/reports/reportpdf.cpp" line="+130"/>
        <location line="+63"/>
        <source>Peering sessions of %1</source>
        <translation>Peering-Sessions von %1</translation>
    </message>
    <message>
        <location line="-30"/>
        <source>Made by Peerdesk, %1</source>
        <translation>Erstellt mit Peerdesk, %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>peerdesk::ReportSummary</name>
    <message>
        <location filename="../ui/reports/reportsummary.cpp" line="+27"/>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>half within %1, nine of ten within %2, all within %3</source>
        <translation>die Hälfte binnen %1, neun von zehn binnen %2, alle binnen %3</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>To decision: %1
To established: %2</source>
        <translation>Bis zur Entscheidung: %1
Bis zum Aufbau: %2</translation>
    </message>
    <message>
        <location line="+10"/>
        <location line="+48"/>
        <source>%1 %2</source>
        <comment>number and status</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="-44"/>
        <source>Asked for from %1 until %2</source>
        <translation>Angefragt von %1 bis %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n session(s): %1</source>
        <translation>
            <numerusform>%n Session: %1</numerusform>
            <numerusform>%n Sessions: %1</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Time to decision: %1</source>
        <translation>Zeit bis zur Entscheidung: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Time to established: %1</source>
        <translation>Zeit bis zum Aufbau: %1</translation>
    </message>
    <message numerus="yes">
        <location line="+34"/>
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Session</numerusform>
            <numerusform>%n Sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::Reports</name>
    <message>
        <location filename="../src/workflow/reports/reports.cpp" line="+160"/>
        <source>The other network&apos;s number</source>
        <translation>Die Nummer des anderen Netzes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Its name</source>
        <translation>Sein Name</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Exchange or facility</source>
        <translation>Internetknoten oder Rechenzentrum</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Either end&apos;s address</source>
        <translation>Adresse eines der beiden Enden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Address family</source>
        <translation>Adressfamilie</translation>
    </message>
    <message>
        <location line="+1"/>
        <location filename="../src/workflow/reports/reportwriter.cpp" line="+228"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Who asked: we (outgoing) or they (inbound)</source>
        <translation>Wer fragte: wir (outgoing) oder die Gegenseite (inbound)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Person, policy rule or network</source>
        <translation>Person, Policy-Regel oder Netz</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Why it was rejected, held or taken back</source>
        <translation>Warum abgelehnt, zurückgestellt oder zurückgezogen wurde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Time to decision</source>
        <translation>Zeit bis zur Entscheidung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Time to established</source>
        <translation>Zeit bis zum Aufbau</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Was up and is not</source>
        <translation>War aufgebaut und ist es nicht mehr</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>The period ends before it begins</source>
        <translation>Der Zeitraum endet, bevor er beginnt</translation>
    </message>
    <message>
        <location filename="../src/workflow/reports/reportwriter.cpp" line="-209"/>
        <source>They asked</source>
        <translation>Gegenseite fragte</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>We asked</source>
        <translation>Wir fragten</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Draft</source>
        <translation>Entworfen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sending</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Outcome unknown</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Held</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Established</source>
        <translation>Aufgebaut</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Unestablished</source>
        <translation>Nicht aufgebaut</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <location line="+94"/>
        <source>half within %1, nine of ten within %2, all within %3</source>
        <translation>die Hälfte binnen %1, neun von zehn binnen %2, alle binnen %3</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Peering sessions of %1</source>
        <translation>Peering-Sessions von %1</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>Asked for from %1 until %2</source>
        <translation>Angefragt von %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n session(s): %1</source>
        <translation>
            <numerusform>%n Session: %1</numerusform>
            <numerusform>%n Sessions: %1</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Time to decision: %1</source>
        <translation>Zeit bis zur Entscheidung: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Time to established: %1</source>
        <translation>Zeit bis zum Aufbau: %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>ASN</source>
        <translation>ASN</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Our address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Their address</source>
        <translation>Peer-Adresse</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Who asked</source>
        <translation>Wer fragte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>To decision</source>
        <translation>Bis Entscheid</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>To established</source>
        <translation>Bis Aufbau</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>peerdesk::ReportsBinding</name>
    <message>
        <location filename="../ui/reports/reportsbinding.cpp" line="+43"/>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
</context>
<context>
    <name>peerdesk::ReportsPage</name>
    <message>
        <location filename="../ui/reports/reportspage.cpp" line="+70"/>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>ASN</source>
        <translation>ASN</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Exchange</source>
        <translation>Internetknoten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Own address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Their address</source>
        <translation>Peer-Adresse</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Who asked</source>
        <translation>Wer fragte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>They</source>
        <translation>Gegenseite</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>We</source>
        <translation>Wir</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>To decision</source>
        <translation>Bis Entscheid</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>To established</source>
        <translation>Bis Aufbau</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 %2, %3, %4</source>
        <translation>%1 %2, %3, %4</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Filter: status:rejected, direction:inbound, to-decision&gt;2d, a network or an exchange</source>
        <translation>Filter: status:rejected, direction:inbound, to-decision&gt;2d, ein Netz oder ein Internetknoten</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No sessions in this period</source>
        <translation>Keine Sessions in diesem Zeitraum</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The report lists sessions by the day they were asked for.</source>
        <translation>Der Bericht führt Sessions nach dem Tag auf, an dem sie angefragt wurden.</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Last 365 days</source>
        <translation>Letzte 365 Tage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From and until</source>
        <translation>Von und bis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Until, this day included</source>
        <translation>Bis, dieser Tag eingeschlossen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Days in UTC</source>
        <translation>Tage in UTC</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Export as PDF…</source>
        <translation>Als PDF exportieren …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export as HTML…</source>
        <translation>Als HTML exportieren …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export as JSON…</source>
        <translation>Als JSON exportieren …</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <location line="+37"/>
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Session</numerusform>
            <numerusform>%n Sessions</numerusform>
        </translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Export the Report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The report is in %1</source>
        <translation>Der Bericht liegt in %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 cannot be written: %2. Another folder may do.</source>
        <translation>%1 lässt sich nicht schreiben: %2. Vielleicht geht es in einem anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>peerdesk::RequestDetail</name>
    <message>
        <location filename="../ui/requests/requestdetail.cpp" line="+25"/>
        <source>to be configured by %1</source>
        <translation>zu konfigurieren bis %1</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 %2</source>
        <comment>session and address</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1, as %2</source>
        <comment>session and our role</comment>
        <translation>%1, als %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>ours %1, theirs %2</source>
        <translation>eigene %1, Peer %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, chosen</source>
        <translation>%1, ausgewählt</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>An attempt failed</source>
        <translation>Ein Versuch ist gescheitert</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+4"/>
        <location line="+33"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <location line="-36"/>
        <source>%n session(s): %1</source>
        <translation>
            <numerusform>%n Session: %1</numerusform>
            <numerusform>%n Sessions: %1</numerusform>
        </translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 · not sent yet</source>
        <translation>%1 · noch nicht gesendet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 · asked %2 through the API</source>
        <translation>%1 · %2 über die API angefragt</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>peerdesk::RequestLook</name>
    <message>
        <location filename="../ui/widgets/requestlook.cpp" line="+35"/>
        <source>Partly approved</source>
        <translation>Teilweise genehmigt</translation>
    </message>
</context>
<context>
    <name>peerdesk::RequestRow</name>
    <message>
        <location filename="../ui/requests/requestrow.cpp" line="+39"/>
        <source>d MMM</source>
        <comment>day and month</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Find out what became of it</source>
        <translation>Herausfinden, was daraus wurde</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Answer the offer</source>
        <translation>Das Angebot beantworten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Configure</source>
        <translation>Konfigurieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Configure by %1</source>
        <translation>Bis %1 konfigurieren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Draft again or let it be</source>
        <translation>Neu entwerfen oder sein lassen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It was up: look at the router, or take it down</source>
        <translation>War aufgebaut: am Router nachsehen oder abbauen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look at the router</source>
        <translation>Am Router nachsehen</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Not asked from this desk</source>
        <translation>Nicht von diesem Arbeitsplatz angefragt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Asked by %1</source>
        <translation>Angefragt von %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Decided by %1</source>
        <translation>Entschieden von %1</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>%1 %2, %3, %4, for %5. %6</source>
        <translation>%1 %2, %3, %4, seit %5. %6</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Session</numerusform>
            <numerusform>%n Sessions</numerusform>
        </translation>
    </message>
    <message>
        <location line="+67"/>
        <source>A session was up and is not</source>
        <translation>Eine Session war aufgebaut und ist es nicht mehr</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Who asked or decided</source>
        <translation>Wer angefragt oder entschieden hat</translation>
    </message>
    <message>
        <location line="-64"/>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+47"/>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <location line="-8"/>
        <source>Where its sessions stand</source>
        <translation>Stand der Sessions</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name of the network</source>
        <translation>Name des Netzes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>AS number</source>
        <translation>AS-Nummer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Where the sessions are</source>
        <translation>Wo die Sessions sind</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How many were asked for</source>
        <translation>Wie viele angefragt wurden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Since it was asked</source>
        <translation>Seit der Anfrage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The other side offers something</source>
        <translation>Die Gegenseite bietet etwas an</translation>
    </message>
</context>
<context>
    <name>peerdesk::Requests</name>
    <message>
        <location filename="../src/workflow/requests/requests.cpp" line="+5"/>
        <source>was created</source>
        <translation>wurde angelegt</translation>
    </message>
    <message>
        <location line="+65"/>
        <source>offer accepted</source>
        <translation>Angebot angenommen</translation>
    </message>
</context>
<context>
    <name>peerdesk::RequestsPage</name>
    <message>
        <location filename="../ui/requests/requestspage.cpp" line="+52"/>
        <source>Filter: status:pending, age&gt;14d, offered, network or exchange</source>
        <translation>Filter: status:pending, age&gt;14d, offered, Netz oder Internetknoten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Our requests</source>
        <translation>Eigene Anfragen</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+76"/>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What is asked of other networks stands here, from the sending of a draft until it is established.</source>
        <translation>Was bei anderen Netzen angefragt wird, steht hier, vom Senden eines Entwurfs bis zum Aufbau.</translation>
    </message>
    <message>
        <location line="-75"/>
        <location line="+175"/>
        <source>No request selected</source>
        <translation>Keine Anfrage ausgewählt</translation>
    </message>
    <message>
        <location line="-135"/>
        <source>It Was Created</source>
        <translation>Wurde angelegt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It Was Not: Send Again</source>
        <translation>Wurde nicht angelegt: erneut senden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Accept Offer</source>
        <translation>Angebot annehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Decline</source>
        <translation>Ausschlagen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Draft the Rejected Again</source>
        <translation>Abgelehnte neu entwerfen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+224"/>
        <location line="+7"/>
        <source>Take Down</source>
        <translation>Abbauen</translation>
    </message>
    <message>
        <location line="-221"/>
        <source>Ask Their Endpoint Now</source>
        <translation>Endpunkt jetzt fragen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>next, previous</source>
        <translation>nächste, vorige</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>details, choose a session</source>
        <translation>Einzelheiten, eine Session auswählen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>mark configured</source>
        <translation>als konfiguriert markieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>withdraw</source>
        <translation>zurückziehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ctrl+R</source>
        <translation>Strg+R</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>ask now</source>
        <translation>jetzt fragen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>No network chosen yet</source>
        <translation>Noch kein Netz gewählt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Here stands what one network asks of others. It is chosen on the account page.</source>
        <translation>Hier steht, was ein Netz bei anderen anfragt. Gewählt wird es auf der Seite „Konto“.</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>The database</source>
        <translation>Die Datenbank</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+79"/>
        <source>The offer</source>
        <translation>Das Angebot</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+6"/>
        <source>The session</source>
        <translation>Die Session</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The draft</source>
        <translation>Der Entwurf</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>Declining %n offered session(s) of %1</source>
        <translation>
            <numerusform>%n angebotene Session von %1 wird ausgeschlagen</numerusform>
            <numerusform>%n angebotene Sessions von %1 werden ausgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Withdrawing %n session(s) from %1</source>
        <translation>
            <numerusform>%n Session bei %1 wird zurückgezogen</numerusform>
            <numerusform>%n Sessions bei %1 werden zurückgezogen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+25"/>
        <location line="+9"/>
        <source>The endpoint of %1</source>
        <translation>Der Endpunkt von %1</translation>
    </message>
    <message>
        <location line="-22"/>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 zu %3</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Take down %n established session(s) with %1?</source>
        <translation>
            <numerusform>%n aufgebaute Session mit %1 abbauen?</numerusform>
            <numerusform>%n aufgebaute Sessions mit %1 abbauen?</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1

Traffic leaves at once, and the other network is told.</source>
        <translation>%1

Der Verkehr weicht sofort auf andere Wege aus, und das andere Netz wird benachrichtigt.</translation>
    </message>
</context>
<context>
    <name>peerdesk::RevokeSheet</name>
    <message>
        <location filename="../ui/keys/revokesheet.cpp" line="+11"/>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 ends for good, and the route objects that hang on it fall.</source>
        <translation>%1 endet endgültig, und die Route-Objekte, die daran hängen, entfallen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Kept by the issuer.</source>
        <translation>Bewahrt der Aussteller auf.</translation>
    </message>
</context>
<context>
    <name>peerdesk::RoleWords</name>
    <message>
        <location filename="../src/workflow/rolewords.cpp" line="+19"/>
        <source>provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>route server</source>
        <translation>Route-Server</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>route server client</source>
        <translation>Route-Server-Client</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>peer</source>
        <translation>Peer</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1, not in the path</source>
        <translation>%1, nicht im Pfad</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, monitoring only</source>
        <translation>%1, nur beobachtend</translation>
    </message>
</context>
<context>
    <name>peerdesk::RouteObjects</name>
    <message>
        <location filename="../src/workflow/keys/routeobjects.cpp" line="+56"/>
        <source>This is no prefix such as 192.0.2.0/24.</source>
        <translation>Das ist kein Prefix wie 192.0.2.0/24.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is no AS number.</source>
        <translation>Das ist keine AS-Nummer.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A route object has a maintainer.</source>
        <translation>Ein Route-Objekt hat einen Maintainer.</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>No registry of route objects is set up.</source>
        <translation>Es ist keine Registry für Route-Objekte eingerichtet.</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>The list never ends</source>
        <translation>Die Liste endet nie</translation>
    </message>
</context>
<context>
    <name>peerdesk::RouteRow</name>
    <message>
        <location filename="../ui/keys/routerow.cpp" line="+49"/>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Answered</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>deleted %1</source>
        <translation>Löschung %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>stands on no key</source>
        <translation>beruht auf keinem Schlüssel</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 by %2, %3, falls: %4</source>
        <translation>%1 von %2, %3, entfällt: %4</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Prefix</source>
        <translation>Prefix</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>ASN</source>
        <translation>ASN</translation>
    </message>
    <message>
        <location line="+9"/>
        <location line="+64"/>
        <source>Maintainer</source>
        <translation>Maintainer</translation>
    </message>
    <message>
        <location line="-60"/>
        <location line="+56"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="-55"/>
        <location line="+55"/>
        <source>Falls</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <location line="-50"/>
        <location line="+53"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location line="-22"/>
        <source>What is registered</source>
        <translation>Was eingetragen ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>AS number</source>
        <translation>AS-Nummer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Who maintains it</source>
        <translation>Wer es pflegt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The key it stands on</source>
        <translation>Der Schlüssel, auf dem es beruht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Until it falls</source>
        <translation>Bis es entfällt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>In no answer any more</source>
        <translation>In keiner Antwort mehr</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>announced by %1</source>
        <translation>angekündigt von %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>announced by %1 %2</source>
        <comment>AS number and name</comment>
        <translation>angekündigt von %1 %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>peerdesk::RouteSheet</name>
    <message>
        <location filename="../ui/keys/routesheet.cpp" line="+15"/>
        <source>Create Route Object</source>
        <translation>Route-Objekt anlegen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Change Route Object</source>
        <translation>Route-Objekt ändern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Prefix</source>
        <translation>Prefix</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Announced by</source>
        <translation>Angekündigt von</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Maintainer</source>
        <translation>Maintainer</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>As the holder of the prefix gave it; needed unless nobody vouches for the space. It is shown to the registry and not kept.</source>
        <translation>Wie ihn der Inhaber des Prefixes gab; nötig, wenn jemand für die Adressen bürgt. Er wird der Registry gezeigt und nicht aufbewahrt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Needed only for the object to stand on another key, or to be answered again. It is shown to the registry and not kept.</source>
        <translation>Nur nötig, damit das Objekt auf einem anderen Schlüssel beruht oder wieder sichtbar wird. Er wird der Registry gezeigt und nicht aufbewahrt.</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>The registry</source>
        <translation>Die Registry</translation>
    </message>
</context>
<context>
    <name>peerdesk::RuleForm</name>
    <message>
        <location filename="../ui/policy/ruleform.cpp" line="+186"/>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The rule applies where all of them hold.</source>
        <translation>Die Regel gilt, wo alle zutreffen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is none: the rule applies to everything.</source>
        <translation>Es gibt keine: Die Regel gilt für alles.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Add Condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Remove This Condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove the condition “%1”</source>
        <translation>Die Bedingung „%1“ entfernen</translation>
    </message>
</context>
<context>
    <name>peerdesk::RuleRow</name>
    <message>
        <location filename="../ui/policy/rulerow.cpp" line="+17"/>
        <source>Rule %1, %2: %3. %4</source>
        <translation>Regel %1, %2: %3. %4</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Where no rule applies</source>
        <translation>Wo keine Regel zutrifft</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
</context>
<context>
    <name>peerdesk::SecretField</name>
    <message>
        <location filename="../ui/settings/secretfield.cpp" line="+14"/>
        <source>Store</source>
        <translation>Hinterlegen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Stored; paste to replace</source>
        <translation>Hinterlegt; zum Ersetzen einfügen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>peerdesk::SecretSheet</name>
    <message>
        <location filename="../ui/keys/secretsheet.cpp" line="+29"/>
        <source>New Key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The key is shown now and never again. Whoever has it can register routes with it until it ends: it goes to the third party that asks for it and to nobody else. The reference may be public.</source>
        <translation>Der Schlüssel wird jetzt gezeigt und nie wieder. Wer ihn hat, kann damit Routen eintragen, bis er endet: Er geht an den Dritten, der ihn verlangt, und an niemanden sonst. Die Kennung darf öffentlich sein.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy Key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Reference</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>peerdesk::SentKey</name>
    <message>
        <location filename="../src/workflow/requests/sentkey.cpp" line="+34"/>
        <source>The issuer</source>
        <translation>Der Aussteller</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>no issuer of keys is set up</source>
        <translation>es ist kein Aussteller von Schlüsseln eingerichtet</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>the issuer gave none that can go along</source>
        <translation>der Aussteller gab keine, die mitgehen kann</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Key %1: its issuer&apos;s statement went along</source>
        <translation>Schlüssel %1: Die Bescheinigung seines Ausstellers ging mit</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Key %1: went along by its reference alone, which proves nothing: %2</source>
        <translation>Schlüssel %1: ging nur mit seiner Referenz mit, das weist nichts nach: %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Key %1: goes along</source>
        <translation>Schlüssel %1: geht mit</translation>
    </message>
</context>
<context>
    <name>peerdesk::SessionDeeds</name>
    <message>
        <location filename="../ui/sessions/sessiondeeds.cpp" line="+56"/>
        <source>Mark Configured</source>
        <translation>Als konfiguriert markieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+3"/>
        <source>The session</source>
        <translation>Die Session</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Mark Up</source>
        <translation>Als aufgebaut markieren</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Export Approved</source>
        <translation>Genehmigte exportieren</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <location line="+48"/>
        <source>%n session(s) written to %1, with their secrets, for this user only.</source>
        <translation>
            <numerusform>%n Session nach %1 geschrieben, mit ihrem Geheimnis, nur für diesen Benutzer lesbar.</numerusform>
            <numerusform>%n Sessions nach %1 geschrieben, mit ihren Geheimnissen, nur für diesen Benutzer lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Export Approved Sessions</source>
        <translation>Genehmigte Sessions exportieren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Table for spreadsheets (*.csv)</source>
        <translation>Tabelle für Tabellenkalkulationen (*.csv)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>JSON for programs (*.json)</source>
        <translation>JSON für Programme (*.json)</translation>
    </message>
</context>
<context>
    <name>peerdesk::SettingsPage</name>
    <message>
        <location filename="../ui/settings/settingspage.cpp" line="+44"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>peerdesk::Sheet</name>
    <message>
        <location filename="../ui/keys/sheet.cpp" line="+26"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <location line="+64"/>
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres Problem</numerusform>
            <numerusform>und %n weitere Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::Sidebar</name>
    <message>
        <location filename="../ui/shell/sidebar.cpp" line="+19"/>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location line="+64"/>
        <source>%1, %2 waiting</source>
        <translation>%1, wartend: %2</translation>
    </message>
</context>
<context>
    <name>peerdesk::SignIn</name>
    <message>
        <location filename="../src/auth/signin.cpp" line="+25"/>
        <source>A sign-in is in progress already.</source>
        <translation>Eine Anmeldung läuft schon.</translation>
    </message>
</context>
<context>
    <name>peerdesk::SignInGroup</name>
    <message>
        <location filename="../ui/settings/signingroup.cpp" line="+22"/>
        <location line="+5"/>
        <source>This is no https address.</source>
        <translation>Das ist keine https-Adresse.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The provider gives one to every application.</source>
        <translation>Der Anbieter gibt jeder Anwendung eine.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The sign-in of %1 has expired</source>
        <translation>Die Anmeldung von %1 ist abgelaufen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Waiting for the browser</source>
        <translation>Warten auf den Browser</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Any free one</source>
        <translation>Irgendein freier</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Own endpoint</source>
        <translation>Eigener Endpunkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Its address is enough: it sends the browser on to PeeringDB. Empty: the provider below is asked directly.</source>
        <translation>Seine Adresse genügt: Er leitet den Browser zu PeeringDB weiter. Leer: Der Anbieter unten wird unmittelbar gefragt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The issuer&apos;s address; where it answers is found by discovery.</source>
        <translation>Die Adresse des Ausstellers; wo er antwortet, ergibt Discovery.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Redirect port</source>
        <translation>Port der Weiterleitung</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>On this machine alone. A fixed one only if the provider insists on it.</source>
        <translation>Nur auf diesem Rechner. Ein fester nur, wenn der Anbieter darauf besteht.</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Sign Out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sign In Again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>peerdesk::SignInPage</name>
    <message>
        <location filename="../ui/signin/signinpage.cpp" line="+94"/>
        <source>Peerdesk</source>
        <translation>Peerdesk</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Find whom to peer with, ask, decide, report.</source>
        <translation>Peering-Partner finden, anfragen, entscheiden, berichten.</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The sign-in</source>
        <translation>Die Anmeldung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Try the Keychain Again</source>
        <translation>Schlüsselbund erneut versuchen</translation>
    </message>
    <message>
        <location line="+11"/>
        <location line="+114"/>
        <source>Sign In with PeeringDB</source>
        <translation>Mit PeeringDB anmelden</translation>
    </message>
    <message>
        <location line="-109"/>
        <source>Address of the network&apos;s endpoint</source>
        <translation>Adresse des Endpunkts des Netzes</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>AS number to look around with</source>
        <translation>AS-Nummer zum Umsehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Look Around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Endpoint of the network</source>
        <translation>Endpunkt des Netzes</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The address at which its peerdeskd answers. It sends the browser on to PeeringDB.</source>
        <translation>Die Adresse, unter der sein peerdeskd antwortet. Er leitet den Browser zu PeeringDB weiter.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Signing in proves the AS number; sending requests needs it.</source>
        <translation>Die Anmeldung beweist die AS-Nummer; zum Senden von Anfragen ist sie nötig.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Or look around first</source>
        <translation>Oder erst einmal umsehen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>With an AS number alone, candidates can be looked up and drafts written; nothing can be sent.</source>
        <translation>Mit einer AS-Nummer allein lassen sich Kandidaten nachschlagen und Entwürfe schreiben, aber nichts senden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Or try it with an invented world</source>
        <translation>Oder mit einer erfundenen Welt ausprobieren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“./dev run” in the source folder opens Peerdesk among networks that do not exist.</source>
        <translation>„./dev run“ im Quellordner öffnet Peerdesk unter Netzen, die es nicht gibt.</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Waiting for the browser</source>
        <translation>Warten auf den Browser</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Continue in the browser</source>
        <translation>Weiter im Browser</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The sign-in page is open there. This page goes on by itself afterwards.</source>
        <translation>Dort ist die Anmeldeseite offen. Danach geht es hier von selbst weiter.</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>PeeringDB names no network for this person. Join the organisation there, or look around with a typed AS number.</source>
        <translation>PeeringDB nennt für diese Person kein Netz. Dort der Organisation beitreten oder sich mit einer eingegebenen AS-Nummer umsehen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Which network is this desk for? It can be switched later.</source>
        <translation>Für welches Netz ist dieser Arbeitsplatz? Das lässt sich später umschalten.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Sign In Again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>This is no https address.</source>
        <translation>Das ist keine https-Adresse.</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>AS%1 is reserved: no network has it.</source>
        <translation>AS%1 ist reserviert: Kein Netz hat diese Nummer.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>An AS number is 1 to 4294967294, with or without “AS” before it.</source>
        <translation>Eine AS-Nummer ist 1 bis 4294967294, mit oder ohne „AS“ davor.</translation>
    </message>
</context>
<context>
    <name>peerdesk::StatusLook</name>
    <message>
        <location filename="../ui/theme/statuslook.cpp" line="+47"/>
        <source>Draft</source>
        <translation>Entworfen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sending</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Outcome unknown</source>
        <translation>Ungewiss</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Held</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Down</source>
        <translation>Down</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Established</source>
        <translation>Aufgebaut</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Unestablished</source>
        <translation>Nicht aufgebaut</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
</context>
<context>
    <name>peerdesk::StatusStrip</name>
    <message>
        <location filename="../ui/shell/statusstrip.cpp" line="+46"/>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
</context>
<context>
    <name>peerdesk::TablePage</name>
    <message>
        <location filename="../ui/widgets/tablepage.cpp" line="+105"/>
        <source>Next Row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Previous Row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Go to Details</source>
        <translation>Zu den Einzelheiten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go to Table</source>
        <translation>Zur Tabelle</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>Nothing matches the filter</source>
        <translation>Nichts entspricht dem Filter</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>All %n rows are hidden.</source>
        <translation>
            <numerusform>%n Zeile ist ausgeblendet.</numerusform>
            <numerusform>Alle %n Zeilen sind ausgeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Clear the Filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>peerdesk::TableView</name>
    <message>
        <location filename="../ui/widgets/tableview.cpp" line="+256"/>
        <source>Filter by This Value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Exclude This Value</source>
        <translation>Diesen Wert ausschließen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>peerdesk::TokenStore</name>
    <message>
        <location filename="../src/auth/tokenstore.cpp" line="+129"/>
        <source>The keychain is locked. Unlock it and try again; until then the sign-in ends with the program.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren und erneut versuchen; bis dahin endet die Anmeldung mit dem Programm.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No keychain service answers (on Debian: the packages gnome-keyring and libsecret-1-0, or KWallet). The sign-in ends with the program.</source>
        <translation>Kein Schlüsselbunddienst antwortet (unter Debian: die Pakete gnome-keyring und libsecret-1-0 oder KWallet). Die Anmeldung endet mit dem Programm.</translation>
    </message>
</context>
<context>
    <name>peerdesk::TrialPane</name>
    <message>
        <location filename="../ui/policy/trialpane.cpp" line="+36"/>
        <source>Sessions that would be judged otherwise</source>
        <translation>Sessions, die anders beurteilt würden</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dismiss the trial</source>
        <translation>Die Probe schließen</translation>
    </message>
    <message numerus="yes">
        <location line="+19"/>
        <source>in the last %n week(s)</source>
        <translation>
            <numerusform>in der letzten Woche</numerusform>
            <numerusform>in den letzten %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing was asked of this network %1: there is nothing to try the policy on.</source>
        <translation>Bei diesem Netz wurde %1 nichts angefragt: Es gibt nichts, woran sich die Policy ausprobieren ließe.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Of %n session(s) asked for %1, it approves %2, rejects %3 and leaves %4 to a person.</source>
        <translation>
            <numerusform>Angefragt wurde %1 %n Session; die Policy genehmigt %2, lehnt %3 ab und überlässt %4 einem Menschen.</numerusform>
            <numerusform>Angefragt wurden %1 %n Sessions; die Policy genehmigt %2, lehnt %3 ab und überlässt %4 einem Menschen.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>None is judged otherwise than by the policy in force.</source>
        <translation>Keine wird anders beurteilt als von der geltenden Policy.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n would be judged otherwise than by the policy in force:</source>
        <translation>
            <numerusform>%n würde anders beurteilt als von der geltenden Policy:</numerusform>
            <numerusform>%n würden anders beurteilt als von der geltenden Policy:</numerusform>
        </translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Before the last change: %1</source>
        <translation>Vor der letzten Änderung: %1</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 at %2, %3: before %4, after %5</source>
        <translation>%1 an %2, %3: vorher %4, nachher %5</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>ASN</source>
        <translation>ASN</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In force</source>
        <translation>Geltend</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>As edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Because of</source>
        <translation>Wegen</translation>
    </message>
</context>
<context>
    <name>peerdesk::UndoBar</name>
    <message>
        <location filename="../ui/widgets/undobar.cpp" line="+21"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>%1 in %2 s</source>
        <translation>%1, noch %2 s</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer Vorgang</numerusform>
            <numerusform>%1 und %n weitere Vorgänge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>peerdesk::UnplacedList</name>
    <message>
        <location filename="../ui/map/unplacedlist.cpp" line="+15"/>
        <source>Exchanges whose position is not known</source>
        <translation>Internetknoten, deren Position nicht bekannt ist</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n without a position</source>
        <translation>
            <numerusform>%n ohne Position</numerusform>
            <numerusform>%n ohne Position</numerusform>
        </translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Exchanges without a position</source>
        <translation>Internetknoten ohne Position</translation>
    </message>
</context>
<context>
    <name>peerdesk::WordsButton</name>
    <message>
        <location filename="../ui/policy/wordsbutton.cpp" line="+56"/>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
</context>
<context>
    <name>peerdeskctl</name>
    <message>
        <location filename="../app/cli/desk.cpp" line="+60"/>
        <source>Name our own network with --asn</source>
        <translation>Das eigene Netz mit --asn nennen</translation>
    </message>
    <message>
        <location line="+154"/>
        <source>Name the issuer of keys with --issuer URL</source>
        <translation>Den Aussteller der Schlüssel mit --issuer URL nennen</translation>
    </message>
    <message>
        <location filename="../app/cli/exitcode.cpp" line="+41"/>
        <source>Exit status:
  0  done
  1  failed on this machine
  2  the command line or the input is wrong
  3  no such thing
  4  no good credential, or the right is missing
  5  not reached, or asked to wait: try again later
  6  somebody else was first
  7  done in part: some sessions were not accepted or decided
  8  sent, and the outcome is not known yet
  9  refused, by the other side or by a rule here
</source>
        <translation>Rückgabewerte:
  0  erledigt
  1  auf diesem Rechner fehlgeschlagen
  2  die Befehlszeile oder die Eingabe ist falsch
  3  das gibt es nicht
  4  keine gültigen Zugangsdaten, oder das Recht fehlt
  5  nicht erreicht oder um Geduld gebeten: später erneut versuchen
  6  jemand anderes war schneller
  7  teilweise erledigt: manche Sessions wurden nicht angenommen oder entschieden
  8  gesendet, der Ausgang ist noch nicht bekannt
  9  verweigert, von der Gegenseite oder einer Regel hier
</translation>
    </message>
    <message>
        <location filename="../app/cli/cli.cpp" line="+25"/>
        <source>The desk&apos;s folder: desk.db, mirror.db, credentials.json.</source>
        <translation>Der Ordner des Arbeitsplatzes: desk.db, mirror.db, credentials.json.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Another database, such as the daemon&apos;s: a file, or postgresql://USER@HOST/NAME.</source>
        <translation>Eine andere Datenbank, etwa die des Daemons: eine Datei oder postgresql://BENUTZER@HOST/NAME.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The key of that database&apos;s secrets (default: beside the file, or desk.db.key in the folder).</source>
        <translation>Der Schlüssel der Geheimnisse jener Datenbank (Vorgabe: neben der Datei oder desk.db.key im Ordner).</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tokens as {&quot;ADDRESS&quot;: &quot;TOKEN&quot;}, mode 0600 (default: credentials.json in the folder).</source>
        <translation>Tokens als {&quot;ADRESSE&quot;: &quot;TOKEN&quot;}, Modus 0600 (Vorgabe: credentials.json im Ordner).</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Our own network (or PEERDESK_ASN; default: the one chosen at the desk).</source>
        <translation>Unser eigenes Netz (oder PEERDESK_ASN; sonst das am Arbeitsplatz gewählte).</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>table, json or csv.</source>
        <translation>table, json oder csv.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Endpoints on loopback and private addresses may be called, without TLS.</source>
        <translation>Endpunkte auf Loopback- und privaten Adressen dürfen aufgerufen werden, ohne TLS.</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>peerdeskctl: the output could not be written: %1
</source>
        <translation>peerdeskctl: Die Ausgabe ließ sich nicht schreiben: %1
</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>%1 is no option of all commands: a command&apos;s own stand behind it</source>
        <translation>%1 ist keine Option aller Befehle: Die eigenen eines Befehls stehen hinter ihm</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>&quot;%1&quot; is no command: see &quot;peerdeskctl help %2&quot;</source>
        <translation>„%1“ ist kein Befehl: siehe „peerdeskctl help %2“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&quot;%1&quot; is no command: see &quot;peerdeskctl help&quot;</source>
        <translation>„%1“ ist kein Befehl: siehe „peerdeskctl help“</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>This help.</source>
        <translation>Diese Hilfe.</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>--format is table, json or csv</source>
        <translation>--format ist table, json oder csv</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>--asn is no AS number: %1</source>
        <translation>--asn ist keine AS-Nummer: %1</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>  completion
      Shell completion: eval &quot;$(peerdeskctl completion)&quot;
</source>
        <translation>  completion
      Vervollständigung für die Shell: eval &quot;$(peerdeskctl completion)&quot;
</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>
peerdeskctl COMMAND --help tells its options.

</source>
        <translation>
peerdeskctl BEFEHL --help nennt dessen Optionen.

</translation>
    </message>
    <message>
        <location line="-9"/>
        <source>Usage: peerdeskctl COMMAND [options] [arguments]

Commands:
</source>
        <translation>Aufruf: peerdeskctl BEFEHL [Optionen] [Argumente]

Befehle:
</translation>
    </message>
    <message>
        <location filename="../app/cli/credentials.cpp" line="+25"/>
        <location filename="../app/cli/signinfile.cpp" line="+53"/>
        <source>%1 holds tokens and is open to others: chmod 600 it</source>
        <translation>%1 enthält Tokens und ist für andere lesbar: chmod 600 anwenden</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 is not an object of endpoints and tokens</source>
        <translation>%1 ist kein Objekt aus Endpunkten und Tokens</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1 has no token for %2</source>
        <translation>%1 enthält kein Token für %2</translation>
    </message>
    <message>
        <location filename="../app/cli/draftcommands.cpp" line="+53"/>
        <source>--to is no AS number: %1</source>
        <translation>--to ist keine AS-Nummer: %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Name the other network with --to or an asn column</source>
        <translation>Das andere Netz mit --to oder einer Spalte asn nennen</translation>
    </message>
    <message>
        <location line="+97"/>
        <source>draft takes one file, or - for standard input</source>
        <translation>draft nimmt eine Datei oder - für die Standardeingabe</translation>
    </message>
    <message>
        <location line="+95"/>
        <source>Name a draft or a file</source>
        <translation>Einen Entwurf oder eine Datei nennen</translation>
    </message>
    <message>
        <location line="+52"/>
        <source>%1 is no draft, and no file, or its network has no known endpoint</source>
        <translation>%1 ist kein Entwurf und keine Datei, oder der Endpunkt des Netzes ist nicht bekannt</translation>
    </message>
    <message>
        <location line="-101"/>
        <location line="+102"/>
        <source>Draft %1</source>
        <translation>Entwurf %1</translation>
    </message>
    <message>
        <location line="-264"/>
        <source>%1 holds no address: its columns are location, own_ip, other_ip, secret, note, role and asn, in this order or as its first line names them</source>
        <translation>%1 enthält keine Adresse: Die Spalten sind location, own_ip, other_ip, secret, note, role und asn, in dieser Reihenfolge oder wie die erste Zeile sie nennt</translation>
    </message>
    <message>
        <location line="+152"/>
        <source>Name a draft</source>
        <translation>Einen Entwurf nennen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 is no draft</source>
        <translation>%1 ist kein Entwurf</translation>
    </message>
    <message>
        <location line="+72"/>
        <source>Nothing was sent: correct the file and send it again</source>
        <translation>Nichts wurde gesendet: die Datei korrigieren und noch einmal senden</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>The other network, where the file has no asn column.</source>
        <translation>Das andere Netz, wo die Datei keine Spalte asn hat.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Send in spite of warnings (an address that PeeringDB does not know yet).</source>
        <translation>Trotz Warnungen senden (eine Adresse, die PeeringDB noch nicht kennt).</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The reference of a key (RAK) that goes along as proof; may be given several times.</source>
        <translation>Die Referenz eines Schlüssels (RAK), der als Nachweis mitgeht; kann mehrmals genannt werden.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The issuer of those keys (default: the desk&apos;s setting).</source>
        <translation>Der Aussteller dieser Schlüssel (sonst die Einstellung des Desks).</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Draft sessions from CSV or JSON (location, own_ip, other_ip, secret, note, role, asn) and say what is wrong with them</source>
        <translation>Sessions aus CSV oder JSON entwerfen (location, own_ip, other_ip, secret, note, role, asn) und sagen, was daran falsch ist</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Send drafts, or what a file holds, and print what became of each session</source>
        <translation>Entwürfe oder den Inhalt einer Datei senden und ausgeben, was aus jeder Session wurde</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What is drafted, and what is wrong with it</source>
        <translation>Was entworfen ist und was daran falsch ist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove drafts</source>
        <translation>Entwürfe entfernen</translation>
    </message>
    <message>
        <location filename="../app/cli/command.h" line="+46"/>
        <source>The desk</source>
        <translation>Der Arbeitsplatz</translation>
    </message>
    <message>
        <location filename="../app/cli/inboundcommands.cpp" line="+81"/>
        <source>inbound show takes the ids of requests</source>
        <translation>inbound show nimmt die IDs von Anfragen</translation>
    </message>
    <message>
        <location line="+14"/>
        <location filename="../app/cli/requestcommands.cpp" line="+77"/>
        <source>The desk knows no request %1</source>
        <translation>Der Arbeitsplatz kennt keine Anfrage %1</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>The desk knows no session or undecided request %1</source>
        <translation>Der Arbeitsplatz kennt keine Session und keine unentschiedene Anfrage %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Name a session or a request</source>
        <translation>Eine Session oder eine Anfrage nennen</translation>
    </message>
    <message>
        <location line="+65"/>
        <source>Also what is decided.</source>
        <translation>Auch, worüber entschieden ist.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Why; a rejection&apos;s is told to the other network.</source>
        <translation>Warum; der Grund einer Ablehnung wird dem anderen Netz mitgeteilt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Who decides, for the history (default: user@host).</source>
        <translation>Wer entscheidet, für den Verlauf (Vorgabe: user@host).</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What other networks ask for</source>
        <translation>Was andere Netze anfragen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What speaks for and against a request</source>
        <translation>Was für und gegen eine Anfrage spricht</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Approve sessions</source>
        <translation>Sessions genehmigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reject sessions</source>
        <translation>Sessions ablehnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Hold sessions back for now</source>
        <translation>Sessions vorerst zurückstellen</translation>
    </message>
    <message>
        <location filename="../app/cli/mirrorcommands.cpp" line="+18"/>
        <source>The mirror of PeeringDB</source>
        <translation>Der Spiegel von PeeringDB</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>There is no mirror yet: run &quot;peerdeskctl mirror sync&quot;</source>
        <translation>Es gibt noch keinen Spiegel: „peerdeskctl mirror sync“ ausführen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The mirror of PeeringDB knows no %1</source>
        <translation>Der Spiegel von PeeringDB kennt kein %1</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>PeeringDB</source>
        <translation>PeeringDB</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>mirror import takes one folder</source>
        <translation>mirror import nimmt einen Ordner</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>--api takes an http or https address</source>
        <translation>--api nimmt eine http- oder https-Adresse</translation>
    </message>
    <message>
        <location line="+46"/>
        <source>shared takes two AS numbers</source>
        <translation>shared nimmt zwei AS-Nummern</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>partners takes an AS number</source>
        <translation>partners nimmt eine AS-Nummer</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>exchange takes the id that PeeringDB gives it</source>
        <translation>exchange nimmt die ID aus PeeringDB</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The mirror of PeeringDB knows no exchange %1</source>
        <translation>Der Spiegel von PeeringDB kennt keinen Internetknoten %1</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Where the dumps are (&lt;type&gt;-0.json).</source>
        <translation>Wo die Dumps liegen (&lt;type&gt;-0.json).</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Where increments come from.</source>
        <translation>Woher Änderungen kommen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Everything afresh.</source>
        <translation>Alles von neuem.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Fill the mirror of PeeringDB from dumps, plain or gzip</source>
        <translation>Den Spiegel von PeeringDB aus Dumps füllen, einfach oder gzip</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Fetch what changed, or all of it; contacts too where the credentials file holds a PeeringDB API key under the API&apos;s address, https://www.peeringdb.com/api</source>
        <translation>Änderungen holen oder alles; Kontakte auch, wenn die Datei mit den Zugangsdaten einen API-Schlüssel von PeeringDB unter der Adresse der API enthält, https://www.peeringdb.com/api</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Every pair of ports where two networks could meet; an exchange without such a pair has one row without addresses, and ix_operational says whether both have a working port there</source>
        <translation>Jedes Portpaar, an dem zwei Netze sich treffen könnten; ein Internetknoten ohne solches Paar hat eine Zeile ohne Adressen, und ix_operational sagt, ob beide dort einen Port in Betrieb haben</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>How old it is and what it holds</source>
        <translation>Wie alt er ist und was er enthält</translation>
    </message>
    <message numerus="yes">
        <location line="-74"/>
        <source>%n exchange(s) shared, %1 with operational ports on both sides</source>
        <translation>
            <numerusform>%n gemeinsamer Internetknoten, davon mit Ports in Betrieb auf beiden Seiten: %1</numerusform>
            <numerusform>%n gemeinsame Internetknoten, davon mit Ports in Betrieb auf beiden Seiten: %1</numerusform>
        </translation>
    </message>
    <message>
        <location line="+83"/>
        <source>Every network that shares an exchange</source>
        <translation>Jedes Netz mit gemeinsamem Internetknoten</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The networks at an exchange</source>
        <translation>Die Netze an einem Internetknoten</translation>
    </message>
    <message>
        <location filename="../app/cli/reportcommand.cpp" line="+27"/>
        <source>A time is written 2026-11-23 or 2026-11-23T14:00:00Z</source>
        <translation>Eine Zeit wird 2026-11-23 oder 2026-11-23T14:00:00Z geschrieben</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>The report is written as .csv, .json or .html, not as .%1 (the desk makes PDF)</source>
        <translation>Der Bericht wird als .csv, .json oder .html geschrieben, nicht als .%1 (PDF macht der Desk)</translation>
    </message>
    <message>
        <location line="+39"/>
        <source>Asked for at this time or later.</source>
        <translation>Zu dieser Zeit oder später angefragt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Asked for before this time.</source>
        <translation>Vor dieser Zeit angefragt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>As in the tables: status:rejected -family:IPv6</source>
        <translation>Wie in den Tabellen: status:rejected -family:IPv6</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>As a page to print.</source>
        <translation>Als Seite zum Drucken.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Write to this file: .csv, .json or .html.</source>
        <translation>In diese Datei schreiben: .csv, .json oder .html.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sessions of a period, with time to decision and to established</source>
        <translation>Sessions eines Zeitraums, mit der Zeit bis zur Entscheidung und bis zum Aufbau</translation>
    </message>
    <message>
        <location filename="../app/cli/requestcommands.cpp" line="-25"/>
        <source>%1 is no status</source>
        <translation>%1 ist kein Status</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>requests show takes the ids of requests</source>
        <translation>requests show nimmt die IDs von Anfragen</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>%1 is no AS number</source>
        <translation>%1 ist keine AS-Nummer</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>%1&apos;s endpoint</source>
        <translation>Der Endpunkt von %1</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>requests withdraw takes the ids of sessions</source>
        <translation>requests withdraw nimmt die IDs von Sessions</translation>
    </message>
    <message>
        <location line="+10"/>
        <location filename="../app/cli/sessioncommands.cpp" line="+25"/>
        <source>The desk knows no session %1</source>
        <translation>Der Arbeitsplatz kennt keine Session %1</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>endpoint set takes an AS number and a URL</source>
        <translation>endpoint set nimmt eine AS-Nummer und eine URL</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>--body is object or array, --local requestor or receiver</source>
        <translation>--body ist object oder array, --local requestor oder receiver</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Only sessions of this status.</source>
        <translation>Nur Sessions mit diesem Status.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Why.</source>
        <translation>Warum.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What POST takes: object or array.</source>
        <translation>Was POST nimmt: object oder array.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Whose end &quot;local&quot; is on the wire: requestor or receiver.</source>
        <translation>Wessen Ende „local“ bei der Übertragung ist: requestor oder receiver.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The sessions we asked for</source>
        <translation>Die von uns angefragten Sessions</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The sessions of a request</source>
        <translation>Die Sessions einer Anfrage</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Ask the other networks now, all or these, and print what they say</source>
        <translation>Die anderen Netze jetzt fragen, alle oder diese, und ausgeben, was sie sagen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Take sessions back, or down</source>
        <translation>Sessions zurückziehen oder abbauen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Where other networks answer</source>
        <translation>Wo andere Netze antworten</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tell where a network&apos;s Peering API answers</source>
        <translation>Angeben, wo die Peering API eines Netzes antwortet</translation>
    </message>
    <message>
        <location filename="../app/cli/complaint.cpp" line="+40"/>
        <source>Correct the input and try again.</source>
        <translation>Die Eingabe berichtigen und erneut versuchen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Put a current token into the credentials file.</source>
        <translation>Ein gültiges Token in die Datei mit den Zugangsdaten eintragen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Try again in %1 s.</source>
        <translation>In %1 s erneut versuchen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Try again later.</source>
        <translation>Später erneut versuchen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>&quot;peerdeskctl requests poll&quot; looks what became of it.</source>
        <translation>„peerdeskctl requests poll“ sieht nach, was daraus wurde.</translation>
    </message>
    <message>
        <location filename="../app/cli/signincommands.cpp" line="+18"/>
        <source>the address of one endpoint is needed</source>
        <translation>gebraucht wird die Adresse eines Endpunkts</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Open this address in a browser on this machine:</source>
        <translation>Diese Adresse in einem Browser auf diesem Rechner öffnen:</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Signed in at %1 as %2</source>
        <translation>An %1 angemeldet als %2</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Only print the address to open.</source>
        <translation>Nur die zu öffnende Adresse ausgeben.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Sign in at an endpoint, in the browser</source>
        <translation>An einem Endpunkt anmelden, im Browser</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Sign out at an endpoint</source>
        <translation>An einem Endpunkt abmelden</translation>
    </message>
    <message>
        <location filename="../app/cli/maintenancecommands.cpp" line="+37"/>
        <source>--from and --until are times as in 2026-11-23T22:00:00Z, or days</source>
        <translation>--from und --until sind Zeiten wie 2026-11-23T22:00:00Z oder Tage</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>--location is no location, as in pdb:ix:42</source>
        <translation>--location ist kein Ort wie pdb:ix:42</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>--network is no AS number</source>
        <translation>--network ist keine AS-Nummer</translation>
    </message>
    <message>
        <location line="+47"/>
        <source>maintenance remove takes the ids of maintenance windows</source>
        <translation>maintenance remove nimmt die IDs von Wartungsfenstern</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The desk knows no maintenance window %1</source>
        <translation>Der Arbeitsplatz kennt kein Wartungsfenster %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>When it begins, in UTC.</source>
        <translation>Wann sie beginnt, in UTC.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>When it is over.</source>
        <translation>Wann sie vorbei ist.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Only what is there: pdb:ix:42.</source>
        <translation>Nur was dort ist: pdb:ix:42.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only sessions with this network.</source>
        <translation>Nur Sessions mit diesem Netz.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What is done.</source>
        <translation>Was getan wird.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Those that are over as well.</source>
        <translation>Auch die vergangenen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Stop the clocks of what waits to be configured or taken up for a while</source>
        <translation>Die Fristen dessen, was auf Konfiguration oder Annahme wartet, eine Zeit lang anhalten</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>When our network is worked on</source>
        <translation>Wann am eigenen Netz gearbeitet wird</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Call maintenance off; what has begun ends now</source>
        <translation>Wartungen absagen; was begonnen hat, endet jetzt</translation>
    </message>
    <message>
        <location filename="../app/cli/keycommands.cpp" line="+79"/>
        <source>To ask again without getting a second key: --id %1</source>
        <translation>Erneut fragen, ohne einen zweiten Schlüssel zu bekommen: --id %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The key is shown this once.</source>
        <translation>Der Schlüssel wird nur dieses eine Mal angezeigt.</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>keys renew takes references and --until DATE, --auto-renew yes or no, or both</source>
        <translation>keys renew nimmt Kennungen und --until DATE, --auto-renew yes oder no, oder beides</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>keys revoke takes one reference and --reason TEXT</source>
        <translation>keys revoke nimmt eine Kennung und --reason TEXT</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>keys roas takes the references of keys</source>
        <translation>keys roas nimmt die Kennungen von Schlüsseln</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>keys check reads a key, a reference or a letter&apos;s text from its input</source>
        <translation>keys check liest einen Schlüssel, eine Kennung oder den Text eines Schreibens aus der Eingabe</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>There is no input to read</source>
        <translation>Es gibt keine Eingabe zu lesen</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The issuer&apos;s address (default: the desk&apos;s setting).</source>
        <translation>Die Adresse des Ausstellers (Vorgabe: die Einstellung des Arbeitsplatzes).</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The last day, in UTC, or the moment it ends.</source>
        <translation>Der letzte Tag, in UTC, oder der Augenblick, in dem er endet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The AS that may announce the prefixes.</source>
        <translation>Das AS, das die Prefixe ankündigen darf.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Our own words for it.</source>
        <translation>Die eigene Bezeichnung dafür.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The AS of the one third party that may use it.</source>
        <translation>Das AS des einen Dritten, der ihn benutzen darf.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Renew it automatically, as long as the resources are held.</source>
        <translation>Ihn automatisch erneuern, solange die Ressourcen gehalten werden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Whether they renew automatically from now on.</source>
        <translation>Ob sie sich von nun an automatisch erneuern.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Who is told by mail as well; may be given several times.</source>
        <translation>Wer ebenfalls per Mail benachrichtigt wird; kann mehrmals genannt werden.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Of an order whose outcome is not known, to ask again.</source>
        <translation>Die eines Auftrags mit unbekanntem Ausgang, um erneut zu fragen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Why; the issuer keeps it.</source>
        <translation>Warum; der Aussteller bewahrt es auf.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The keys that we hold at the issuer</source>
        <translation>Die eigenen Schlüssel beim Aussteller</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Have a key issued and print it, once</source>
        <translation>Einen Schlüssel ausstellen lassen und ihn einmal ausgeben</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Let keys live longer, or renew automatically</source>
        <translation>Schlüssel länger gelten oder sich automatisch erneuern lassen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>End a key for good</source>
        <translation>Einen Schlüssel endgültig beenden</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>What ROAs for the same prefixes would say, for whoever makes them</source>
        <translation>Was ROAs für dieselben Präfixe sagen würden, für den, der sie erstellt</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Whether a key, a reference or a letter&apos;s text (from the input) holds</source>
        <translation>Ob ein Schlüssel, eine Kennung oder der Text eines Schreibens (aus der Eingabe) gilt</translation>
    </message>
    <message>
        <location filename="../app/cli/sessioncommands.cpp" line="+6"/>
        <source>Name sessions by their ids, as requests list and inbound list print them</source>
        <translation>Sessions werden mit ihren Ids genannt, wie requests list und inbound list sie ausgeben</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>--outcome is created or not-created</source>
        <translation>--outcome ist created oder not-created</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Why; the other network is told.</source>
        <translation>Warum; dem anderen Netz wird es gesagt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What was found out: created or not-created.</source>
        <translation>Was herausgefunden wurde: created oder not-created.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Write approved sessions with their secrets for a router&apos;s configuration, as CSV or JSON by the file&apos;s name</source>
        <translation>Genehmigte Sessions mit ihren Geheimnissen für die Konfiguration eines Routers schreiben, je nach Dateiname als CSV oder JSON</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Tell that approved sessions are configured on our routers</source>
        <translation>Sagen, dass genehmigte Sessions auf unseren Routern konfiguriert sind</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tell that sessions are established</source>
        <translation>Sagen, dass Sessions aufgebaut sind</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Take back sessions that others asked us for; what we asked for is withdrawn</source>
        <translation>Sessions zurücknehmen, um die andere uns gebeten haben; was wir angefragt haben, wird zurückgezogen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Accept offered sessions</source>
        <translation>Angebotene Sessions annehmen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Tell what became of sessions whose outcome is unknown; those not created are sent again</source>
        <translation>Sagen, was aus Sessions mit unbekanntem Ausgang wurde; nicht angelegte werden noch einmal gesendet</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Put rejected and unestablished sessions into a draft again, and print its id</source>
        <translation>Abgelehnte und nicht zustande gekommene Sessions wieder in einen Entwurf legen und dessen Id ausgeben</translation>
    </message>
</context>
<context>
    <name>peerdeskd</name>
    <message>
        <location filename="../app/daemon/main.cpp" line="+44"/>
        <source>Answers other networks&apos; peering requests. &quot;peerdeskd credential --help&quot; tells of credentials for machines, &quot;peerdeskd backup --help&quot; of copies of the database, &quot;peerdeskd registry --help&quot; of a registry of route objects.</source>
        <translation>Beantwortet Peering-Anfragen anderer Netze. „peerdeskd credential --help“ erklärt Zugangsdaten für Maschinen, „peerdeskd backup --help“ Kopien der Datenbank, „peerdeskd registry --help“ eine Registry für Route-Objekte.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The configuration file.</source>
        <translation>Die Konfigurationsdatei.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Only say what is wrong with the configuration, and whose policy is in force.</source>
        <translation>Nur sagen, was an der Konfiguration falsch ist und wessen Policy gilt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Only say what the policy makes of a request, the body of POST /sessions.</source>
        <translation>Nur sagen, was die Policy von einer Anfrage hält, dem Rumpf von POST /sessions.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>With --explain-policy: the e-mail address of who signed in.</source>
        <translation>Mit --explain-policy: die E-Mail-Adresse der angemeldeten Person.</translation>
    </message>
</context>
</TS>
