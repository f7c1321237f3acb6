<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR">
<context><name>core</name>
<message><source>Done</source><translation>Pronto (BR)</translation></message>
</context>
</TS>
